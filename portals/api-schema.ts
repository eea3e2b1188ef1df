// Made from server/openapi.json by tools/generate-api-schema.ts; not edited by hand.

export interface paths {
    "/api/house": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this server is and what time it is there */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            mode: "demonstration" | "production";
                            /** @description The moment at which the operator’s clock stands */
                            now: string;
                            version: string;
                            /** @description The operator’s time zone: paydays and deadlines are days on this wall */
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, where they work, and for whom they act as a client */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            memberships: {
                                clinician: boolean;
                                kind: string;
                                /** Format: uuid */
                                memberId: string;
                                /** Format: uuid */
                                practiceId: string;
                                practiceName: string;
                                role: string;
                                /** @description The zone of the practice’s wall */
                                zone: string;
                            }[];
                            /** @description The clients for whom this login acts: oneself, or the members of a household */
                            people: {
                                name: string;
                                /** Format: uuid */
                                personId: string;
                            }[];
                            user: {
                                email: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The books by kind of account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                /** @enum {string} */
                                book: "operator" | "practices";
                                /** @description Debits minus credits */
                                cents: number;
                                kind: string;
                            }[];
                            asOf: string;
                            bankCents: number;
                            operatorResultCents: number;
                            owedToPracticesCents: number;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, by queue */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description By the name of the queue */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            [key: string]: {
                                count: number;
                                rows: {
                                    [key: string]: string | number | null;
                                }[];
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The clients on your list */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            locations: {
                                city: string | null;
                                countyFips: string | null;
                                /** Format: uuid */
                                id: string;
                                label: string;
                                state: string;
                                /** @description Null: the address is not known yet */
                                street: string | null;
                                zip: string | null;
                            }[];
                            memberId: string | null;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            planName: string | null;
                            readiness: {
                                email: boolean;
                                insurance: boolean;
                                paymentMethod: boolean;
                            };
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/clients/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One client */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            locations: {
                                city: string | null;
                                countyFips: string | null;
                                /** Format: uuid */
                                id: string;
                                label: string;
                                state: string;
                                /** @description Null: the address is not known yet */
                                street: string | null;
                                zip: string | null;
                            }[];
                            memberId: string | null;
                            name: string;
                            /** Format: uuid */
                            personId: string;
                            planName: string | null;
                            readiness: {
                                email: boolean;
                                insurance: boolean;
                                paymentMethod: boolean;
                            };
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/diagnosis-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Diagnosis codes */
        get: {
            parameters: {
                query?: {
                    q?: string;
                };
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            label: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs you */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            needsYou: {
                                kind: string;
                                sessionId: string | null;
                                words: string;
                            }[];
                            nextPayout: {
                                cents: number;
                                payOn: string;
                                settlesOn: string;
                            } | null;
                            now: string;
                            toConfirm: {
                                clientName: string;
                                clinicianName: string;
                                /** @description The last day, in the operator’s zone */
                                confirmBy: string;
                                confirmedAt: string | null;
                                /** @description UTC */
                                endsAt: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                memberId: string;
                                /** @enum {string} */
                                modality: "telehealth" | "in_person";
                                /** @description The day the money would arrive */
                                paidIfConfirmedToday: string;
                                payOn: string | null;
                                /** Format: uuid */
                                personId: string;
                                providerCents: number | null;
                                /** @description UTC */
                                startsAt: string;
                                /** @enum {string} */
                                state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided";
                            }[];
                            /** @description The operator’s zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where clients are seen in person, on a day */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            city: string;
                            /** Format: uuid */
                            id: string;
                            label: string;
                            state: string;
                            street: string;
                            zip: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Treats clients, and so may hold a session */
                            clinician: boolean;
                            /** Format: uuid */
                            memberId: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "admin" | "clinician" | "operator_staff";
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            past: {
                                cents: number;
                                lines: {
                                    cents: number;
                                    clientName: string | null;
                                    serviceOn: string | null;
                                    sessionId: string | null;
                                    words: string;
                                }[];
                                payOn: string;
                                /** Format: uuid */
                                payoutId: string;
                                /** @description The day the money arrives */
                                settlesOn: string;
                                /** @enum {string} */
                                state: "sent" | "settled" | "returned";
                            }[];
                            upcoming: {
                                cents: number;
                                /** @description What it waits for, in words */
                                hold: string | null;
                                lines: number;
                                payOn: string;
                                sendsOn: string;
                                /** @description The day the money arrives */
                                settlesOn: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/service-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Service codes */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            category: string;
                            code: string;
                            /** @description Offered first: most sessions are one of these */
                            common: boolean;
                            label: string;
                            minutesMax: number | null;
                            minutesMin: number | null;
                            minutesTypical: number | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions */
        get: {
            parameters: {
                query?: {
                    show?: "to_confirm" | "confirmed" | "all";
                };
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clientName: string;
                            clinicianName: string;
                            confirmedAt: string | null;
                            endsAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            memberId: string;
                            /** @enum {string} */
                            modality: "telehealth" | "in_person";
                            payOn: string | null;
                            /** Format: uuid */
                            personId: string;
                            providerCents: number | null;
                            startsAt: string;
                            /** @enum {string} */
                            state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided";
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Add a session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        endsAt: string;
                        /** Format: uuid */
                        memberId: string;
                        /** @enum {string} */
                        modality: "telehealth" | "in_person";
                        /** Format: uuid */
                        personId: string;
                        /** @description A moment with its offset, such as 2026-04-08T10:00:00-04:00 */
                        startsAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session: its life, its note, its money */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description Null before there is a claim */
                            claimStatus: ("held" | "ready" | "sent" | "file_rejected" | "received" | "accepted" | "rejected" | "paid" | "underpaid" | "denied" | "reversed" | "absorbed") | null;
                            client: {
                                locations: {
                                    city: string | null;
                                    countyFips: string | null;
                                    /** Format: uuid */
                                    id: string;
                                    label: string;
                                    state: string;
                                    street: string | null;
                                    zip: string | null;
                                }[];
                                name: string;
                                /** Format: uuid */
                                personId: string;
                            };
                            clientName: string;
                            clinicianName: string;
                            confirmation: {
                                /** @description Whole cents */
                                clientCents: number;
                                codes: {
                                    code: string;
                                    modifiers: string[];
                                    units: number;
                                }[];
                                /** @description UTC */
                                confirmedAt: string;
                                /** @description The billing decision that the confirmation rests on */
                                decision: {
                                    readonly because: string[];
                                    claimTo: string | null;
                                    method: ("in_network" | "virtual_network" | "bluecard" | "crisis_exception") | null;
                                    readonly missing: string[];
                                    /** @enum {string} */
                                    outcome: "billable" | "billable_held" | "needs_information" | "not_billable";
                                    readonly remedies: ({
                                        kind: string;
                                    } & {
                                        [key: string]: unknown;
                                    })[];
                                    /** @description Every rule in its order until one decided: what it asked, what it found, on whose word */
                                    trace: {
                                        asked: string;
                                        found: string;
                                        rule: string;
                                        source: string;
                                    }[];
                                    words: string;
                                };
                                diagnoses: string[];
                                /** @description UTC */
                                editableUntil: string;
                                held: boolean;
                                heldUntil: string | null;
                                location: {
                                    city: string | null;
                                    countyFips: string | null;
                                    /** Format: uuid */
                                    id: string;
                                    label: string;
                                    state: string;
                                    street: string | null;
                                    zip: string | null;
                                };
                                /** @enum {string} */
                                modality: "telehealth" | "in_person";
                                /** @description Whole cents */
                                payerCents: number;
                                /** @description YYYY-MM-DD */
                                payOn: string;
                                /** @description Whole cents */
                                providerCents: number;
                                /** @description YYYY-MM-DD */
                                settlesOn: string;
                                /** @description UTC */
                                startedAt: string;
                                /** @description UTC */
                                stoppedAt: string;
                                version: number;
                            } | null;
                            confirmedAt: string | null;
                            /** @description UTC */
                            endsAt: string;
                            /** Format: uuid */
                            id: string;
                            lastDiagnoses: string[];
                            /** Format: uuid */
                            memberId: string;
                            /** @enum {string} */
                            modality: "telehealth" | "in_person";
                            money: {
                                /** @description Whole cents */
                                absorbedCents: number;
                                /** @description Whole cents */
                                clientPaidCents: number;
                                /** @description After what it absorbed; negative: what the operator adds */
                                operatorKeptCents: number;
                                /** @description Whole cents */
                                owedCents: number;
                                /** @description Whole cents */
                                paidToYouCents: number;
                                /** @description Whole cents */
                                payerPaidCents: number;
                            } | null;
                            note: {
                                addenda: {
                                    body: string;
                                    /** @description UTC */
                                    signedAt: string;
                                    signedBy: string;
                                }[];
                                body: string;
                                /** @description UTC */
                                signedAt: string;
                                signedBy: string;
                            } | null;
                            payOn: string | null;
                            /** Format: uuid */
                            personId: string;
                            policy: {
                                /** @description Whole cents */
                                copayCents: number;
                                memberId: string;
                                payerName: string;
                                planName: string;
                            } | null;
                            providerCents: number | null;
                            /** @description UTC */
                            startsAt: string;
                            /** @enum {string} */
                            state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided";
                            timeline: {
                                /** @description UTC */
                                at?: string;
                                evidence?: {
                                    file?: {
                                        name: string;
                                        sha256: string;
                                    };
                                    text?: string;
                                };
                                kind: string;
                                on: string | null;
                                /** @enum {string} */
                                state: "done" | "now" | "expected" | "late";
                                words: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/sessions/{sessionId}/addenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign an addendum */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        body: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/sessions/{sessionId}/confirmation-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a confirmation would come to; nothing is confirmed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        codes: {
                            code: string;
                            modifiers: string[];
                            units: number;
                        }[];
                        /** @default null */
                        crisis?: {
                            narrative: string | null;
                            resolution: string | null;
                        } | null;
                        diagnoses: string[];
                        /** @description Where the client was; in person null is the practice’s only place */
                        locationId: string | null;
                        /** @enum {string} */
                        modality: "telehealth" | "in_person";
                        /** @description The actual start: a moment with its offset */
                        startedAt: string;
                        stoppedAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codes: {
                                code: string;
                                suggestion: string | null;
                                /** @enum {string} */
                                verdict: "ok" | "warned" | "blocked";
                                words: string;
                            }[];
                            decision: {
                                readonly because: string[];
                                claimTo: string | null;
                                method: ("in_network" | "virtual_network" | "bluecard" | "crisis_exception") | null;
                                readonly missing: string[];
                                /** @enum {string} */
                                outcome: "billable" | "billable_held" | "needs_information" | "not_billable";
                                readonly remedies: ({
                                    kind: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                                /** @description Every rule in its order until one decided: what it asked, what it found, on whose word */
                                trace: {
                                    asked: string;
                                    found: string;
                                    rule: string;
                                    source: string;
                                }[];
                                words: string;
                            } | null;
                            money: {
                                clientCents: number;
                                payerCents: number;
                                providerCents: number;
                            } | null;
                            ok: boolean;
                            payOn: string;
                            refusals: {
                                code: string;
                                field: string;
                                words: string;
                            }[];
                            settlesOn: string;
                            timeZone: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/sessions/{sessionId}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a session, or correct its confirmation */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        codes: {
                            code: string;
                            modifiers: string[];
                            units: number;
                        }[];
                        /** @default null */
                        crisis?: {
                            narrative: string | null;
                            resolution: string | null;
                        } | null;
                        diagnoses: string[];
                        /** @description Where the client was; in person null is the practice’s only place */
                        locationId: string | null;
                        /** @enum {string} */
                        modality: "telehealth" | "in_person";
                        /** @description Signed by this act; needed the first time */
                        note: {
                            body: string;
                        } | null;
                        /** @description The actual start: a moment with its offset */
                        startedAt: string;
                        stoppedAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            confirmationId: string;
                            editableUntil: string | null;
                            payOn: string;
                            providerCents: number;
                            settlesOn: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{practiceId}/sessions/{sessionId}/voids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** It did not take place */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            voided: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
