// Made from server/openapi.json by tools/generate-api-schema.ts; not edited by hand.

export interface paths {
    "/api/calendar-feeds/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A private calendar address */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    file: string;
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
                    content?: never;
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
    "/api/client-invitations/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link invites a client to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
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
                            clinicianName: string;
                            email: string;
                            familyName: string;
                            givenName: string;
                            practiceName: string;
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
    "/api/clients/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            forms: {
                                /** @description Paragraphs, divided by empty lines */
                                body: string;
                                id: string;
                                /** @description Of title, a line feed and body: sent back with the signature */
                                sha256: string;
                                signed: {
                                    at: string;
                                    typedName: string;
                                } | null;
                                title: string;
                                version: number;
                            }[];
                            invitations: {
                                clinicianName: string;
                                /** Format: uuid */
                                invitationId: string;
                                invitedAt: string;
                                practiceName: string;
                            }[];
                            locations: {
                                city: string | null;
                                from: string;
                                /** Format: uuid */
                                id: string;
                                label: string;
                                state: string;
                                street: string | null;
                                /** @description The first day on which it counts no more */
                                until: string | null;
                                zip: string | null;
                            }[];
                            person: {
                                city: string | null;
                                dateOfBirth: string | null;
                                email: string | null;
                                emailVerified: boolean;
                                familyName: string;
                                givenName: string;
                                phone: string | null;
                                preferredName: string | null;
                                /** @enum {string} */
                                sex: "F" | "M" | "U";
                                state: string | null;
                                street: string | null;
                                zip: string | null;
                            };
                            photos: {
                                contentType: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                side: "front" | "back";
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
    "/api/clients/{personId}/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your appointments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            /** @description The latest first */
                            past: {
                                clinicianName: string;
                                /** @description Whole cents */
                                comesBackCents: number;
                                /** @description Whole cents */
                                costCents: number;
                                /** @description UTC */
                                endsAt: string;
                                hasInvoice: boolean;
                                isFinal: boolean;
                                licenceFamily: string | null;
                                /** @enum {string} */
                                modality: "telehealth" | "in_person";
                                /** @description YYYY-MM-DD */
                                on: string;
                                /** @description Whole cents */
                                owesCents: number;
                                /** @description Whole cents */
                                paidCents: number;
                                payerName: string | null;
                                /** @description Whole cents */
                                planPaidCents: number;
                                practiceName: string;
                                /** Format: uuid */
                                sessionId: string;
                                /** @enum {string} */
                                standing: "took_place" | "to_confirm" | "cancelled" | "missed" | "did_not_take_place";
                                /** @description UTC */
                                startsAt: string;
                                story: {
                                    /** @enum {string} */
                                    head: "nothing_to_do" | "card_needs_you" | "refund_comes" | "you_owe_nothing" | "all_settled" | "called_off";
                                    steps: {
                                        /** @description When a refused card is asked again; null: not by itself */
                                        again?: string | null;
                                        card?: {
                                            brand: string;
                                            lastFour: string;
                                        } | null;
                                        /** @description Whole cents */
                                        cents?: number;
                                        /** @enum {string} */
                                        kind: "planned" | "seen" | "cancelled_by_you" | "cancelled_by_practice" | "missed" | "did_not_take_place" | "clinician_confirms" | "you_paid" | "you_paid_fee" | "card_refused" | "no_card" | "you_will_pay" | "you_will_pay_fee" | "claim_waits" | "claim_goes_out" | "claim_sent" | "plan_has_it" | "plan_confirms_receipt" | "plan_sent_it_back" | "plan_decides" | "plan_is_late" | "plan_paid" | "plan_refused" | "plan_took_back" | "refusal_becomes_final" | "refund_on_its_way" | "refunded" | "price_expected" | "price_final";
                                        on: string | null;
                                        /** @enum {string} */
                                        state: "done" | "now" | "late" | "expected";
                                    }[];
                                };
                                zone: string;
                            }[];
                            /** Format: uuid */
                            personId: string;
                            upcoming: {
                                /** @description What calling it off would cost now */
                                cancelNowCents: number;
                                card: {
                                    brand: string;
                                    lastFour: string;
                                } | null;
                                clinicianName: string;
                                cost: {
                                    /** @enum {string} */
                                    because: "copay" | "copay_is_more_than_price" | "no_copay";
                                    /** @description Whole cents */
                                    copay: number;
                                    /** @enum {string} */
                                    kind: "known";
                                    price: {
                                        /** @description Whole cents */
                                        plan: number;
                                        /** @description Whole cents */
                                        total: number;
                                    } | null;
                                    /** @description Whole cents */
                                    yours: number;
                                } | {
                                    /** @enum {string} */
                                    because: "no_insurance" | "insurance_being_checked" | "insurance_not_active";
                                    /** @enum {string} */
                                    kind: "unknown";
                                };
                                /** @description UTC */
                                endsAt: string;
                                /** @description UTC */
                                joinFrom: string;
                                joinUrl: string | null;
                                licenceFamily: string | null;
                                mayAsk: boolean;
                                /** @enum {string} */
                                modality: "telehealth" | "in_person";
                                office: {
                                    city: string;
                                    label: string;
                                    state: string;
                                    street: string;
                                    zip: string;
                                } | null;
                                payerName: string | null;
                                place: {
                                    city: string | null;
                                    state: string;
                                } | null;
                                /** @description Null: the practice asks nothing of whom cancels */
                                policy: {
                                    /** @description UTC */
                                    freeUntil: string;
                                    /** @description Whole cents */
                                    lateCents: number;
                                    /** @description Whole cents */
                                    noShowCents: number;
                                    windowHours: number;
                                } | null;
                                practiceName: string;
                                request: {
                                    /** @description UTC */
                                    askedAt: string;
                                    /** @description Whole cents */
                                    feeCents: number;
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    kind: "cancel" | "move";
                                    message: string | null;
                                    proposed: string[];
                                    /** @enum {string} */
                                    standing: "open" | "accepted" | "declined" | "taken_back" | "started" | "moved" | "over";
                                    /** @description What the practice said to it */
                                    words: string | null;
                                } | null;
                                /** Format: uuid */
                                sessionId: string;
                                /** @description UTC */
                                startsAt: string;
                                /** @description Of the plan; name it when you ask for a change */
                                version: number;
                                zone: string;
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
    "/api/clients/{personId}/appointments.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your appointments as a calendar file */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "es";
                };
                header?: never;
                path: {
                    personId: string;
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
                    content?: never;
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
    "/api/clients/{personId}/appointments/{sessionId}/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to call it off or to move it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What you were told that cancelling costs */
                        feeCents: number;
                        /** @enum {string} */
                        kind: "cancel" | "move";
                        message: string | null;
                        /** @description Times of the free ones; none: your message says when you can */
                        proposed: string[];
                        /** @enum {string} */
                        reason: "another_time" | "not_well" | "away" | "family" | "work" | "cost" | "other";
                        /** @description The version of the plan that you saw */
                        version: number;
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
    "/api/clients/{personId}/appointments/{sessionId}/change-requests/{requestId}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take your question back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    requestId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                            takenBack: true;
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
    "/api/clients/{personId}/appointments/{sessionId}/free-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When you could meet instead */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            minutes: number;
                            times: string[];
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
    "/api/clients/{personId}/appointments/{sessionId}/invoice.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice of a visit */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "es";
                };
                header?: never;
                path: {
                    personId: string;
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
                    content?: never;
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
    "/api/clients/{personId}/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you owe and paid */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            card: {
                                brand: string;
                                lastFour: string;
                            } | null;
                            coming: {
                                /** @description Whole cents */
                                cents: number;
                                clinicianName: string;
                                isFee: boolean;
                                on: string | null;
                                /** Format: uuid */
                                sessionId: string;
                                /** @description YYYY-MM-DD */
                                visitOn: string;
                            }[];
                            failed: {
                                againOn: string | null;
                                /** @enum {string} */
                                because: "declined" | "no_card";
                                card: {
                                    brand: string;
                                    lastFour: string;
                                } | null;
                                /** @description Whole cents */
                                cents: number;
                                /** Format: uuid */
                                chargeId: string;
                                clinicianName: string;
                                code: string | null;
                                isFee: boolean;
                                /** @description YYYY-MM-DD */
                                on: string;
                                /** Format: uuid */
                                sessionId: string;
                                /** @description YYYY-MM-DD */
                                visitOn: string;
                            }[];
                            /** @description Whole cents */
                            owedCents: number;
                            past: {
                                card: {
                                    brand: string;
                                    lastFour: string;
                                } | null;
                                /** @description Whole cents */
                                cents: number;
                                clinicianName: string;
                                /** Format: uuid */
                                id: string;
                                isFee: boolean;
                                /** @enum {string} */
                                kind: "charged" | "refunded" | "refund_on_its_way";
                                /** @description YYYY-MM-DD */
                                on: string;
                                /** Format: uuid */
                                sessionId: string;
                                /** @description YYYY-MM-DD */
                                visitOn: string;
                            }[];
                            /** Format: uuid */
                            personId: string;
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
    "/api/clients/{personId}/card-photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A picture of your insurance card */
        post: {
            parameters: {
                query: {
                    side: "front" | "back";
                };
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
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
    "/api/clients/{personId}/card-photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your picture of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    photoId: string;
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
                    content?: never;
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
    "/api/clients/{personId}/card-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a card to the card processor */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        expiresMonth: number;
                        expiresYear: number;
                        number: string;
                        securityCode: string;
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
                            brand: string;
                            lastFour: string;
                            token: string;
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
    "/api/clients/{personId}/counties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counties to choose from for a new address */
        get: {
            parameters: {
                query: {
                    on?: string;
                    state: string;
                    zip: string;
                };
                header?: never;
                path: {
                    personId: string;
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
                            /** @description To choose from; empty where the ZIP code says enough for the client’s plan */
                            counties: {
                                fips: string;
                                name: string;
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
    "/api/clients/{personId}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be deleted, and what is kept until when */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            /** @description Within how many days a request is answered */
                            answerDays: number;
                            backups: string;
                            barriers: {
                                cents: number | null;
                                count: number | null;
                                on: string | null;
                                /** @enum {string} */
                                reason: "session_upcoming" | "balance_open" | "visit_open" | "owner_stays" | "removal_not_yet";
                                words: string;
                            }[];
                            latest: {
                                /** @description YYYY-MM-DD */
                                answerBy: string;
                                askedAt: string;
                                endedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "asked" | "approved" | "withdrawn" | "declined" | "carried_out" | "final_proposed" | "final_approved" | "final_carried_out";
                                words: string | null;
                            } | null;
                            lines: {
                                certainty: ("known" | "likely" | "to_verify") | null;
                                /** @description How many there are of what goes; null: not counted */
                                count: number | null;
                                /** @enum {string} */
                                fate: "now" | "kept" | "serves_others";
                                /** @description No rule of the state is known, so the longest of all states counts */
                                isLongestOfAll: boolean;
                                /** @enum {string} */
                                record: "login" | "contact" | "letters" | "card_photos" | "cards" | "video_room" | "insurance" | "forms" | "care" | "money" | "looks" | "request";
                                source: string | null;
                                /** @description The first day on which it may go */
                                until: string | null;
                                what: string;
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
    "/api/clients/{personId}/deletion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for deletion */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default null */
                        words?: string | null;
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
    "/api/clients/{personId}/deletion-requests/{requestId}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the request back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
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
    "/api/clients/{personId}/dependants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a child whom you look after */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        dateOfBirth: string;
                        familyName: string;
                        givenName: string;
                        /**
                         * @default U
                         * @enum {string}
                         */
                        sex?: "F" | "M" | "U";
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
                            personId: string;
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
    "/api/clients/{personId}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who you are */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        address: {
                            city: string;
                            state: string;
                            street: string;
                            zip: string;
                        } | null;
                        familyName: string;
                        givenName: string;
                        phone: string;
                        preferredName: string | null;
                        /** @enum {string} */
                        sex: "F" | "M" | "U";
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
    "/api/clients/{personId}/export.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything of yours */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                    content?: never;
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
    "/api/clients/{personId}/form-signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign a form */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        formId: string;
                        sha256: string;
                        typedName: string;
                        version: number;
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
    "/api/clients/{personId}/household": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acts for whom */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            acting: {
                                from: string;
                                isThisLogin: boolean;
                                name: string | null;
                                /** @enum {string} */
                                relation: "self" | "guardian" | "allowed";
                                /** @description The first day on which it does no more */
                                until: string | null;
                                /** Format: uuid */
                                userId: string;
                            }[];
                            allowed: {
                                email: string;
                                /** Format: uuid */
                                id: string;
                                until: string | null;
                            }[];
                            /**
                             * @description As what this login acts for this person
                             * @enum {string}
                             */
                            relation: "self" | "guardian" | "allowed";
                            toMe: {
                                name: string;
                                /** Format: uuid */
                                permissionId: string;
                                until: string | null;
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
    "/api/clients/{personId}/insurance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your insurance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            plans: {
                                asksSuitcase: boolean;
                                id: string;
                                name: string;
                            }[];
                            /** @description The one that counts last first; each counts until the next one begins */
                            policies: {
                                /** @enum {string} */
                                coverage: "active" | "inactive" | "unverified";
                                from: string;
                                groupNumber: string | null;
                                /** @description null: yourself */
                                holder: {
                                    dateOfBirth: string;
                                    familyName: string;
                                    givenName: string;
                                } | null;
                                /** Format: uuid */
                                id: string;
                                isListed: boolean;
                                memberId: string;
                                planName: string;
                                /** @description What could not be confirmed, and is asked of you; null while nothing is */
                                question: {
                                    askedAt: string;
                                    /** Format: uuid */
                                    id: string;
                                    isAnswered: boolean;
                                    /** @enum {string} */
                                    reason: "photo_unreadable" | "photo_missing" | "member_unknown" | "name_differs" | "birth_date_differs" | "other_plan" | "other";
                                    words: string | null;
                                } | null;
                                suitcase: boolean | null;
                                /** @description The first day on which it counts no more */
                                until: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** New insurance */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description As the insurer knows it; null: as it is known here */
                        address: {
                            city: string;
                            state: string;
                            street: string;
                            zip: string;
                        } | null;
                        from: string;
                        groupNumber: string | null;
                        holder: {
                            dateOfBirth: string;
                            familyName: string;
                            givenName: string;
                        } | null;
                        memberId: string;
                        planAsTold: string | null;
                        /** @description null: not on the list */
                        planId: string | null;
                        /** @enum {string} */
                        sex: "F" | "M" | "U";
                        suitcase: boolean | null;
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
    "/api/clients/{personId}/insurance-questions/{questionId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer about your insurance */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    questionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Null: the pictures that you sent since are the answer */
                        words: string | null;
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
    "/api/clients/{personId}/invitations/{invitationId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a practice that would like to care for you */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invitationId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accepts: boolean;
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
                            answered: true;
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
    "/api/clients/{personId}/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The language of your portal and your letters */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language: "en" | "es";
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
    "/api/clients/{personId}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New location */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        city: string;
                        /** @description Chosen where the ZIP code lies in several counties and that matters */
                        countyFips?: string | null;
                        from: string;
                        label: string;
                        lastDay: string | null;
                        state: string;
                        street: string;
                        zip: string;
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
    "/api/clients/{personId}/locations/{locationId}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The last day of a location */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    locationId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lastDay: string;
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
    "/api/clients/{personId}/logins/{userId}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A login acts for this person no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            ended: true;
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
    "/api/clients/{personId}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at my record */
        get: {
            parameters: {
                query?: {
                    /** @description The last one that was shown */
                    before?: string;
                    /** @description With what this login did itself */
                    own?: string;
                };
                header?: never;
                path: {
                    personId: string;
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
                            looks: {
                                at: string;
                                /** @description By name, where they work at a practice or at the operator */
                                by: string | null;
                                /** @enum {string} */
                                deed: "looked" | "wrote";
                                /** Format: uuid */
                                id: string;
                                practiceName: string;
                                reason: string | null;
                                /** @description own_login, house, former, or the role in which they looked */
                                role: string;
                                /** @enum {string} */
                                what: "account" | "insurance" | "card_photos" | "payment_methods" | "appointments" | "notes" | "session" | "what_if" | "claim" | "explanation" | "billing" | "opening" | "list" | "export" | "record";
                            }[];
                            more: boolean;
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
    "/api/clients/{personId}/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your cards */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
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
                            brand: string;
                            expiresMonth: number | null;
                            expiresYear: number | null;
                            /** Format: uuid */
                            id: string;
                            lastFour: string;
                            /** @description The one that is charged */
                            preferred: boolean;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Add a card */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        replaces: string | null;
                        token: string;
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
    "/api/clients/{personId}/payment-methods/{methodId}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Charge this card first, or remove it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    methodId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        choice: "preferred" | "removed";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clients/{personId}/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Allow somebody to act for you */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /** @default null */
                        lastDay?: string | null;
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
    "/api/clients/{personId}/permissions/{permissionId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whether you will act for somebody */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    permissionId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        accepts: boolean;
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
    "/api/clients/{personId}/permissions/{permissionId}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a permission back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    permissionId: string;
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
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
    "/api/clients/{personId}/superbills/{month}/superbill.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The superbill of a month */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "es";
                };
                header?: never;
                path: {
                    month: string;
                    personId: string;
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
                    content?: never;
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
    "/api/email-changes/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm another e-mail address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
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
                            /** @enum {boolean} */
                            done: true;
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
    "/api/joining/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the interest form */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        clinicians: number;
                        email: string;
                        familyName: string;
                        givenName: string;
                        /** @enum {string} */
                        kind: "solo" | "new_group" | "solo_to_group";
                        licenceFamily: string;
                        licenceNumber: string | null;
                        licenceState: string;
                        npi: string | null;
                        phone: string | null;
                        planIds: string[];
                        practiceName: string;
                        /** @description The moment of the call, one of those offered */
                        slot: string;
                        states: string[];
                        /** @description On whose wall the applicant reads a time */
                        timeZone?: string;
                        words: string | null;
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
                            sent: true;
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
    "/api/joining/calls/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move or call off your call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "move" | "book" | "cancel" | "take" | "let_go";
                        /** @description One of those offered, to move the call or to book one */
                        slot: string | null;
                        token: string;
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
                            done: true;
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
    "/api/joining/calls/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The call as a calendar file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/joining/calls/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The call behind a link */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
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
                            callAt: string | null;
                            consultant: string | null;
                            givenName: string;
                            slots: string[];
                            /** @description The call beside which this one is held */
                            standsAt: string | null;
                            /** @enum {string} */
                            state: "stands" | "held_beside" | "none_booked";
                            zone: string;
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
    "/api/joining/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the interest form offers */
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
                            families: {
                                id: string;
                                label: string;
                            }[];
                            plans: {
                                id: string;
                                name: string;
                            }[];
                            slots: string[];
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
    "/api/joining/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What comes next */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
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
                            callAt: string | null;
                            callHeld: boolean;
                            closed: boolean;
                            consultant: string | null;
                            givenName: string;
                            /** @enum {string} */
                            kind: "solo" | "new_group" | "solo_to_group";
                            opened: boolean;
                            practiceName: string;
                            quotedOn: string | null;
                            sentOn: string;
                            zone: string;
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
                            /** @description What they have besides a password */
                            factors: {
                                app: boolean;
                                /** @description Those that open something */
                                passkeys: number;
                            };
                            memberships: {
                                clinician: boolean;
                                kind: string;
                                /** @description What all their roles together allow */
                                may: {
                                    /** @enum {string} */
                                    bank: "none" | "see" | "change";
                                    /** @enum {string} */
                                    calendar: "none" | "own" | "all";
                                    /** @enum {string} */
                                    clients: "none" | "own" | "all";
                                    /** @enum {string} */
                                    confirming: "none" | "own" | "all";
                                    /** @enum {string} */
                                    money: "none" | "own" | "all";
                                    /** @enum {string} */
                                    notes: "none" | "own" | "all";
                                    /** @enum {string} */
                                    planning: "none" | "own" | "all";
                                    /** @enum {string} */
                                    settings: "none" | "change";
                                    /** @enum {string} */
                                    status: "none" | "own" | "all";
                                    /** @enum {string} */
                                    team: "none" | "run" | "decide";
                                };
                                /** Format: uuid */
                                memberId: string;
                                /** Format: uuid */
                                practiceId: string;
                                practiceName: string;
                                /** @description The first of their roles */
                                role: string;
                                roles: ("owner" | "admin" | "biller" | "scheduler" | "supervisor" | "clinician")[];
                                /** @enum {string} */
                                standing: "active" | "archived";
                                /** @description The zone of the practice’s wall */
                                zone: string;
                            }[];
                            /** @description The clients for whom this login acts: oneself, or the members of a household */
                            people: {
                                /** @description Null: none was chosen yet */
                                language: ("en" | "es") | null;
                                name: string;
                                /** Format: uuid */
                                personId: string;
                            }[];
                            /** @description How this session came to be; null where that was not kept */
                            signedInBy: ("password" | "password_and_code" | "password_and_paper_code" | "passkey" | "card") | null;
                            /**
                             * @description needed: they work somewhere, and see no record before a second factor is set up, or used
                             * @enum {string}
                             */
                            twoFactors: "on" | "needed" | "not_needed";
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
    "/api/me/admin-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My requests for access */
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
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            practiceName: string | null;
                            practiceTold: string;
                            /** @enum {string} */
                            state: "looking_for_practice" | "waits_for_owner" | "approved" | "declined";
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Ask for access to a practice’s office */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        practiceTold: string;
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
                            requestId: string;
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
    "/api/me/authenticator-apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin with another authenticator app */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                            totpURI: string;
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
    "/api/me/authenticator-apps/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove the other app; it takes the place of the former */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
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
                            done: true;
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
    "/api/me/email-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use another e-mail address */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description Whether there is an account is said in the letter only
                             * @enum {boolean}
                             */
                            sent: true;
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
    "/api/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your passkeys */
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
                            passkeys: {
                                createdAt: string;
                                /** Format: uuid */
                                id: string;
                                /** @description Its counter went back, as for a copy: it opens nothing any more */
                                isStopped: boolean;
                                /**
                                 * @description on_one_device: it cannot leave it; synced: its maker copies it to the person’s other devices
                                 * @enum {string}
                                 */
                                kept: "on_one_device" | "may_be_synced" | "synced";
                                lastUsedAt: string | null;
                                name: string;
                                /**
                                 * @description Whether it may be removed now
                                 * @enum {string}
                                 */
                                removal: "yes" | "last_way_in" | "last_second_factor";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        response: {
                            authenticatorAttachment?: string | null;
                            clientExtensionResults?: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                attestationObject: string;
                                clientDataJSON: string;
                                transports?: string[];
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
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
    "/api/me/passkeys/{passkeyId}/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Name a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    passkeyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
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
                            done: true;
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
    "/api/me/passkeys/{passkeyId}/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    passkeyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                            done: true;
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
    "/api/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a new passkey is made of */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
                };
            };
            responses: {
                /** @description PublicKeyCredentialCreationOptionsJSON of Web Authentication, Level 3 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            attestation: "none";
                            authenticatorSelection: {
                                /** @enum {boolean} */
                                requireResidentKey: true;
                                /** @enum {string} */
                                residentKey: "required";
                                /** @enum {string} */
                                userVerification: "required";
                            };
                            challenge: string;
                            excludeCredentials: {
                                id: string;
                                transports: string[];
                                /** @enum {string} */
                                type: "public-key";
                            }[];
                            pubKeyCredParams: {
                                alg: number;
                                /** @enum {string} */
                                type: "public-key";
                            }[];
                            rp: {
                                id: string;
                                name: string;
                            };
                            timeout: number;
                            user: {
                                displayName: string;
                                id: string;
                                name: string;
                            };
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
    "/api/network/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the money of the network’s sessions came from and went */
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
                            /** @description Null where too few clients or practices stand behind the sums */
                            figures: {
                                /** @description Whole cents */
                                absorbedCents: number;
                                /** @description Whole cents */
                                clientsPaidCents: number;
                                /** @description Whole cents */
                                insurersPaidCents: number;
                                /** @description After what was absorbed; negative: what the operator added */
                                operatorKeptCents: number;
                                /** @description Whole cents */
                                practicesCents: number;
                                sessions: number;
                                /** @description Whole cents */
                                stillOwedCents: number;
                            } | null;
                            period: {
                                from: string;
                                /** @description The first day after it */
                                until: string | null;
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
    "/api/network/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the network shows plans, by calendar year */
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
                            care: {
                                /** @description ZIP codes in which clients were seen */
                                areas?: number;
                                cameAgain?: number;
                                claimsClean?: number;
                                claimsSent?: number;
                                clients?: number;
                                clinicians?: number;
                                confirmedInTime?: number;
                                crisis?: number;
                                families?: string[];
                                medianWaitDays?: number | null;
                                newClients?: number;
                                sessions?: number;
                                special?: number;
                                thirtyDaysOver?: number;
                            } | null;
                            year: number;
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
    "/api/operations/admin-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for access */
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
                            practices: {
                                name: string;
                                owners: string[];
                                /** Format: uuid */
                                practiceId: string;
                            }[];
                            requests: {
                                askedAt: string;
                                email: string;
                                /** @description Whether an account with this verified address is there */
                                hasAccount: boolean;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                practiceId: string | null;
                                practiceName: string | null;
                                practiceTold: string;
                                /** @enum {string} */
                                state: "looking_for_practice" | "waits_for_owner" | "approved" | "declined";
                                /** @enum {string} */
                                via: "client_account" | "operator";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Enter a request */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        name: string;
                        practiceTold: string;
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
                            requestId: string;
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
    "/api/operations/admin-requests/{requestId}/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lay a request before the owner */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        practiceId: string;
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
                            done: true;
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
    "/api/operations/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims by whatever is known of them */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    q?: string;
                    status?: "held" | "ready" | "sent" | "file_rejected" | "received" | "accepted" | "rejected" | "paid" | "underpaid" | "denied" | "reversed" | "absorbed";
                };
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
                            claims: {
                                /** @description Whole cents */
                                charge: number;
                                /** Format: uuid */
                                claimId: string;
                                /** @description The given name and one letter */
                                client: string;
                                controlNumber: string;
                                lastOn: string | null;
                                payer: string;
                                practice: string;
                                /** Format: uuid */
                                practiceId: string;
                                /** @description YYYY-MM-DD */
                                serviceOn: string;
                                /** @enum {string} */
                                status: "held" | "ready" | "sent" | "file_rejected" | "received" | "accepted" | "rejected" | "paid" | "underpaid" | "denied" | "reversed" | "absorbed";
                            }[];
                            count: number;
                            /** @description More were found than were looked at */
                            isCut: boolean;
                            page: number;
                            pages: number;
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
    "/api/operations/claims/{practiceId}/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim: its life, its files, its money */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claimId: string;
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
                            answers: {
                                adjustments: {
                                    /** @description Whole cents */
                                    cents: number;
                                    code: string;
                                    words: string;
                                }[];
                                /** @description Whole cents */
                                charge: number;
                                /** @description Whole cents */
                                clientShare: number;
                                /** @enum {string} */
                                kind: "answer" | "denial" | "reversal" | "information";
                                /** @description YYYY-MM-DD */
                                on: string;
                                /** @description Whole cents */
                                paid: number;
                                payerNumber: string | null;
                                /** Format: uuid */
                                transactionId: string;
                            }[];
                            /** @description Whole cents */
                            charge: number;
                            /** Format: uuid */
                            claimId: string;
                            client: {
                                name: string;
                                /** Format: uuid */
                                personId: string;
                            };
                            code: string | null;
                            controlNumber: string;
                            deadlines: {
                                kind: string;
                                /** @description YYYY-MM-DD */
                                on: string;
                            }[];
                            events: {
                                /** @description UTC */
                                at: string;
                                codes: {
                                    code: string;
                                    words: string;
                                }[];
                                file: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    sha256: string;
                                } | null;
                                kind: string;
                                /** @description YYYY-MM-DD */
                                on: string;
                                words: string;
                            }[];
                            heldUntil: string | null;
                            item: string;
                            money: {
                                /** @description Whole cents */
                                absorbedCents: number;
                                /** @description Whole cents */
                                clientPaidCents: number;
                                /** @description Whole cents */
                                operatorKeptCents: number;
                                /** @description Whole cents */
                                owedCents: number;
                                /** @description Whole cents */
                                paidToYouCents: number;
                                /** @description Whole cents */
                                payerPaidCents: number;
                            };
                            payer: string;
                            payerNumber: string | null;
                            practice: string;
                            /** Format: uuid */
                            practiceId: string;
                            reason: string;
                            /** @description Null until whoever asks has said today why they open it */
                            record: {
                                address: string;
                                clinician: string;
                                /** @description YYYY-MM-DD */
                                dateOfBirth: string;
                                diagnoses: string[];
                                familyName: string;
                                givenName: string;
                                groupNumber: string | null;
                                lines: {
                                    /** @description Whole cents */
                                    charge: number;
                                    code: string;
                                    modifiers: string[];
                                    units: number;
                                }[];
                                memberId: string;
                                name: string;
                                sex: string;
                            } | null;
                            resubmission: {
                                /** @enum {string} */
                                frequency: "1" | "7";
                                /** @enum {boolean} */
                                may: true;
                            } | {
                                /** @enum {boolean} */
                                may: false;
                                words: string;
                            };
                            /** @description YYYY-MM-DD */
                            serviceOn: string;
                            /** Format: uuid */
                            sessionId: string;
                            /** @enum {string} */
                            status: "held" | "ready" | "sent" | "file_rejected" | "received" | "accepted" | "rejected" | "paid" | "underpaid" | "denied" | "reversed" | "absorbed";
                            submissions: {
                                attempt: number;
                                because: string | null;
                                file: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    sha256: string;
                                };
                                /** @enum {string} */
                                frequency: "1" | "7" | "8";
                                /** @description UTC */
                                recordedAt: string;
                                segments: string | null;
                            }[];
                            work: {
                                /** @description UTC */
                                at: string;
                                by: string;
                                /** @enum {string} */
                                deed: "taken" | "handed_back" | "noted" | "waits" | "appealed" | "resolved";
                                owner: string | null;
                                until: string | null;
                                words: string | null;
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
    "/api/operations/claims/{practiceId}/{claimId}/resubmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a claim again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    claimId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        because: string;
                        /** @default {} */
                        correction?: {
                            groupNumber?: string | null;
                            memberId?: string;
                            subscriber?: {
                                familyName?: string;
                                givenName?: string;
                                /** @enum {string} */
                                sex?: "F" | "M" | "U";
                            };
                        };
                        /** @default null */
                        payerNumber?: string | null;
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
                            attempt: number;
                            /** Format: uuid */
                            claimId: string;
                            /** @enum {string} */
                            frequency: "1" | "7";
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
    "/api/operations/client-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invited clients who have not answered */
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
                            email: string;
                            /** Format: uuid */
                            invitationId: string;
                            invitedAt: string;
                            lastLetterAt: string | null;
                            letters: number;
                            name: string;
                            /** @description now, never, or the moment from which another letter may go */
                            nextFrom: string;
                            /** Format: uuid */
                            practiceId: string;
                            practiceName: string;
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
    "/api/operations/client-invitations/{invitationId}/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a client’s invitation again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invitationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                            lastLetterAt: string | null;
                            letters: number;
                            nextFrom: string;
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
    "/api/operations/clinicians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every clinician, with what is under way */
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
                            /** @description Licenses and credentials that end, or ended, with nothing after them */
                            endsSoon: number;
                            family: string;
                            /** @description Credentials in force that the payer does not know yet */
                            held: number;
                            isExcluded: boolean;
                            /** Format: uuid */
                            memberId: string;
                            name: string;
                            /** @description What is followed up first */
                            next: {
                                ageDays: number | null;
                                isUrgent: boolean;
                                /** @enum {string} */
                                kind: "asked_for" | "applied_for" | "awaits_payer" | "ends" | "ended";
                                next: string;
                                on: string | null;
                                reason: string;
                                /** Format: uuid */
                                subjectId: string;
                                what: string;
                            } | null;
                            /** @description Credentials applied for */
                            pending: number;
                            /** Format: uuid */
                            practiceId: string;
                            practiceName: string;
                            /** @description Where a license, privilege or permit is in force today */
                            states: string[];
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
    "/api/operations/compliance-reviews/{practiceId}/{reviewId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was written down of a crisis */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    reviewId: string;
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
                            address: string | null;
                            client: string;
                            clinician: string;
                            codes: string[];
                            decisions: {
                                at: string;
                                by: string;
                                /** @enum {string} */
                                finding: "in_order" | "follow_up";
                                words: string | null;
                            }[];
                            note: string | null;
                            openedAt: string;
                            practice: string;
                            /** Format: uuid */
                            practiceId: string;
                            record: {
                                disposition: string;
                                intervention: string;
                                people: string;
                                risk: string;
                            } | null;
                            /** Format: uuid */
                            reviewId: string;
                            serviceOn: string;
                            /** Format: uuid */
                            sessionId: string;
                            startsAt: string;
                            stateName: string;
                            stoppedAt: string;
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
    "/api/operations/compliance-reviews/{practiceId}/{reviewId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that a crisis record is in order, or what must follow */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    reviewId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        finding: "in_order" | "follow_up";
                        /** @default null */
                        words?: string | null;
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
    "/api/operations/consultants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consultants and their hours */
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
                            conflicts: {
                                /** Format: uuid */
                                applicationId: string;
                                callAt: string;
                                practiceName: string;
                                /** @enum {string} */
                                why: "consultant_away" | "outside_hours" | "calls_overlap";
                            }[];
                            exceptions: {
                                from: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "away" | "extra";
                                starts: string | null;
                                stops: string | null;
                                /** @description The first day on which it holds no more */
                                until: string | null;
                                words: string | null;
                            }[];
                            isYou: boolean;
                            /** Format: uuid */
                            memberId: string;
                            name: string;
                            slots: string[];
                            weeks: {
                                blocks: {
                                    starts: string;
                                    stops: string;
                                    weekday: number;
                                }[];
                                callMinutes: number;
                                /** Format: uuid */
                                id: string;
                                startsOn: string;
                            }[];
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
    "/api/operations/consultants/{memberId}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Days away, or further hours */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: string;
                        /** @enum {string} */
                        kind: "away" | "extra";
                        lastDay: string;
                        starts: string | null;
                        stops: string | null;
                        words: string | null;
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
                            done: true;
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
    "/api/operations/consultants/{memberId}/exceptions/{exceptionId}/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take such days back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    exceptionId: string;
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
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
    "/api/operations/consultants/{memberId}/weeks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Weekly hours from a day on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        blocks: {
                            starts: string;
                            stops: string;
                            weekday: number;
                        }[];
                        callMinutes: number;
                        startsOn: string;
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
                            done: true;
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
    "/api/operations/contracts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contracts with payers */
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
                            entity: string;
                            /** @description YYYY-MM-DD */
                            from: string;
                            id: string;
                            networkId: string;
                            noticeDays: number;
                            payer: string;
                            plans: {
                                id: string;
                                name: string;
                            }[];
                            source: string;
                            state: string;
                            until: string | null;
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
    "/api/operations/contracts/{contractId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contract with its rates */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contractId: string;
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
                            entity: string;
                            /** @description YYYY-MM-DD */
                            from: string;
                            id: string;
                            networkId: string;
                            noticeDays: number;
                            payer: string;
                            plans: {
                                id: string;
                                name: string;
                            }[];
                            services: {
                                code: string;
                                licenceFamily: string;
                                modifiers: string[];
                                payer: {
                                    /** @description Whole cents */
                                    cents: number;
                                    /** @description YYYY-MM-DD */
                                    from: string;
                                    source: string;
                                    until: string | null;
                                }[];
                                provider: {
                                    /** @description Whole cents */
                                    cents: number;
                                    /** @description YYYY-MM-DD */
                                    from: string;
                                    source: string;
                                    until: string | null;
                                }[];
                            }[];
                            source: string;
                            state: string;
                            until: string | null;
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
    "/api/operations/contracts/{contractId}/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a further rate from a day of service on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contractId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cents: number;
                        code: string;
                        from: string;
                        licenceFamily: string;
                        /** @default [] */
                        modifiers?: string[];
                        /** @enum {string} */
                        side: "payer" | "provider";
                        source: string;
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
    "/api/operations/contracts/{contractId}/rates-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a further rate would change */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contractId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cents: number;
                        code: string;
                        from: string;
                        licenceFamily: string;
                        /** @default [] */
                        modifiers?: string[];
                        /** @enum {string} */
                        side: "payer" | "provider";
                        source: string;
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
                            /** @description By when practices must know */
                            noticeOn: string | null;
                            refusal: string | null;
                            words: string[];
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
    "/api/operations/contracts/{contractId}/years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a contract shows, year by year */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    contractId: string;
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
                            /** @description YYYY-MM-DD */
                            from: string;
                            id: string;
                            payer: string;
                            state: string;
                            until: string | null;
                            years: {
                                care: {
                                    /** @description ZIP codes in which clients were seen */
                                    areas: number;
                                    cameAgain: number;
                                    claimsClean: number;
                                    claimsSent: number;
                                    clients: number;
                                    clinicians: number;
                                    confirmedInTime: number;
                                    crisis: number;
                                    families: string[];
                                    medianWaitDays: number | null;
                                    newClients: number;
                                    sessions: number;
                                    special: number;
                                    thirtyDaysOver: number;
                                };
                                /** @description YYYY-MM-DD */
                                from: string;
                                money: {
                                    /** @description Whole cents */
                                    absorbed: number;
                                    /** @description Whole cents */
                                    clientsPaid: number;
                                    /** @description Whole cents */
                                    kept: number;
                                    /** @description Whole cents */
                                    owed: number;
                                    /** @description Whole cents */
                                    payerPaid: number;
                                    /** @description Whole cents */
                                    practices: number;
                                };
                                rates: {
                                    code: string;
                                    count: number;
                                    licenceFamily: string;
                                    modifiers: string[];
                                    payer: number | null;
                                    payerBefore: number | null;
                                    provider: number | null;
                                }[];
                                /** @description YYYY-MM-DD */
                                until: string;
                                year: number;
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
    "/api/operations/coverage-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Insurance that waits to be checked */
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
                            address: string | null;
                            /** @description When a practice last asked for the check */
                            askedAt: string | null;
                            clientName: string;
                            dateOfBirth: string | null;
                            groupNumber: string | null;
                            /** @description Null: the client */
                            holder: {
                                dateOfBirth: string;
                                familyName: string;
                                givenName: string;
                            } | null;
                            memberId: string;
                            /** Format: uuid */
                            personId: string;
                            photos: {
                                contentType: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                side: "front" | "back";
                            }[];
                            /** @description null: the client says that it is not on our list */
                            planId: string | null;
                            planName: string;
                            /** Format: uuid */
                            policyId: string;
                            /** @description What the client was asked again, and what they said */
                            question: {
                                answer: {
                                    at: string;
                                    words: string | null;
                                } | null;
                                askedAt: string;
                                /** @enum {string} */
                                reason: "photo_unreadable" | "photo_missing" | "member_unknown" | "name_differs" | "birth_date_differs" | "other_plan" | "other";
                                words: string | null;
                            } | null;
                            recordedAt: string;
                            suitcase: boolean | null;
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
    "/api/operations/coverage-checks/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the payer said about a client’s insurance */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    policyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description What the payer says a visit costs the client; null: it said nothing */
                        copayCents: number | null;
                        /** @enum {string} */
                        coverage: "active" | "inactive";
                        /** Format: uuid */
                        personId: string;
                        /** @description Which plan of ours it is, where the client did not find it */
                        planId: string | null;
                        /** @description Where this is from: the payer’s portal, a call, with its reference */
                        source: string;
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
    "/api/operations/coverage-checks/{policyId}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a client again about their insurance */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    policyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
                        /** @enum {string} */
                        reason: "photo_unreadable" | "photo_missing" | "member_unknown" | "name_differs" | "birth_date_differs" | "other_plan" | "other";
                        /** @description For the client’s eyes, as you write them; the reason is said in their language */
                        words: string | null;
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
    "/api/operations/deletion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for deletion */
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
                            /** @description YYYY-MM-DD */
                            answerBy: string;
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            keptUntil: string | null;
                            movedAt: string;
                            name: string;
                            practiceName: string | null;
                            /** @enum {string} */
                            state: "asked" | "approved" | "withdrawn" | "declined" | "carried_out" | "final_proposed" | "final_approved" | "final_carried_out";
                            /** @enum {string} */
                            subject: "client" | "member";
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
    "/api/operations/deletion-requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request for deletion */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestId: string;
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
                            /** @description YYYY-MM-DD */
                            answerBy: string;
                            askedAt: string;
                            barriers: {
                                cents: number | null;
                                count: number | null;
                                on: string | null;
                                /** @enum {string} */
                                reason: "session_upcoming" | "balance_open" | "visit_open" | "owner_stays" | "removal_not_yet";
                                words: string;
                            }[];
                            events: {
                                at: string;
                                /** @description Null: the house, or whoever asked */
                                by: string | null;
                                /** @enum {string} */
                                kind: "withdrawn" | "approved" | "declined" | "carried_out" | "final_proposed" | "final_approved" | "final_declined" | "final_carried_out";
                                words: string | null;
                            }[];
                            /** Format: uuid */
                            id: string;
                            kept: {
                                certainty: string;
                                record: string;
                                source: string;
                                until: string;
                            }[];
                            keptUntil: string | null;
                            lines: {
                                certainty: ("known" | "likely" | "to_verify") | null;
                                /** @description How many there are of what goes; null: not counted */
                                count: number | null;
                                /** @enum {string} */
                                fate: "now" | "kept" | "serves_others";
                                /** @description No rule of the state is known, so the longest of all states counts */
                                isLongestOfAll: boolean;
                                /** @enum {string} */
                                record: "login" | "contact" | "letters" | "card_photos" | "cards" | "video_room" | "insurance" | "forms" | "care" | "money" | "looks" | "request";
                                source: string | null;
                                /** @description The first day on which it may go */
                                until: string | null;
                                what: string;
                                words: string;
                            }[];
                            /** @description Another person than the one who asks has approved it */
                            mayCarryOut: boolean;
                            movedAt: string;
                            name: string;
                            next: ("withdrawn" | "approved" | "declined" | "carried_out" | "final_proposed" | "final_approved" | "final_declined" | "final_carried_out")[];
                            practiceName: string | null;
                            /** @enum {string} */
                            state: "asked" | "approved" | "withdrawn" | "declined" | "carried_out" | "final_proposed" | "final_approved" | "final_carried_out";
                            /** @enum {string} */
                            subject: "client" | "member";
                            tombstones: {
                                at: string;
                                count: number;
                                /** @enum {string} */
                                phase: "now" | "final";
                                subject: string;
                            }[];
                            words: string | null;
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
    "/api/operations/deletion-requests/{requestId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Yes or no */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "approved" | "declined";
                        /** @default null */
                        words?: string | null;
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
                            done: true;
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
    "/api/operations/deletion-requests/{requestId}/carryings-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Carry it out, as the second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
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
    "/api/operations/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Papers that practices sent */
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
                            document: {
                                at: string;
                                contentType: string;
                                endsOn: string | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            ends: boolean;
                            endsOn: string | null;
                            /** @enum {string} */
                            kind: "licence" | "malpractice" | "w9" | "bank_proof";
                            memberId: string | null;
                            memberName: string | null;
                            /** Format: uuid */
                            practiceId: string;
                            practiceName: string;
                            /** @enum {string} */
                            state: "missing" | "waits" | "accepted" | "ends_soon" | "ended" | "asked_again";
                            waiting: {
                                at: string;
                                contentType: string;
                                endsOn: string | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            words: string | null;
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
    "/api/operations/documents/{practiceId}/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper as a practice sent it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    documentId: string;
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
                    content?: never;
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
    "/api/operations/documents/{practiceId}/{documentId}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a paper, or ask again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    documentId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description The last day on which it is in force, as read in it */
                        endsOn: string | null;
                        /** @enum {string} */
                        verdict: "accepted" | "asked_again";
                        /** @description Why it is asked for again; the practice reads it */
                        words: string | null;
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
                            done: true;
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
    "/api/operations/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file, byte for byte, with a reason */
        get: {
            parameters: {
                query?: {
                    /** @description Why it is opened; it is written down */
                    reason?: string;
                };
                header?: never;
                path: {
                    fileId: string;
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
                    content?: never;
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
    "/api/operations/joining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Practices that want to join */
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
                            callAt: string | null;
                            clinicians: number;
                            consultant: string | null;
                            email: string;
                            followUps: {
                                /** @enum {string} */
                                because: "owner" | "owner_away" | "owner_left" | "no_owner" | "nobody_here";
                                /** @description YYYY-MM-DD */
                                dueOn: string;
                                /** Format: uuid */
                                id: string;
                                memberId: string | null;
                                memberName: string | null;
                                /** @enum {string} */
                                standing: "ahead" | "due_today" | "overdue";
                                /** @enum {string} */
                                why: "call_passed" | "call_held" | "call_missed" | "quote_sent" | "stands_still" | "set_by_hand";
                                words: string | null;
                            }[];
                            /** @description Another time that they chose with a second form */
                            heldAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "solo" | "new_group" | "solo_to_group";
                            licence: string;
                            licenceFamily: string;
                            licenceNumber: string | null;
                            licenceState: string;
                            name: string;
                            npi: string | null;
                            openedPracticeId: string | null;
                            phone: string | null;
                            plans: {
                                id: string;
                                name: string;
                            }[];
                            practiceName: string;
                            quotes: {
                                /** Format: uuid */
                                id: string;
                                licence: string;
                                lines: {
                                    cents: number;
                                    code: string;
                                    modifiers: string[];
                                    payerName: string;
                                    planName: string;
                                    state: string;
                                    until: string | null;
                                }[];
                                /** @description YYYY-MM-DD */
                                validOn: string;
                            }[];
                            /** @description YYYY-MM-DD */
                            sentOn: string;
                            /** @enum {string} */
                            state: "call_booked" | "no_call" | "call_passed" | "rates_told" | "opened" | "closed";
                            states: string[];
                            steps: {
                                at: string;
                                by: string;
                                deed: string;
                                words: string;
                            }[];
                            words: string | null;
                            /** @description The applicant’s */
                            zone: string;
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
    "/api/operations/joining/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
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
                            allPlans: {
                                id: string;
                                name: string;
                            }[];
                            callAt: string | null;
                            clinicians: number;
                            consultant: string | null;
                            consultants: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            }[];
                            email: string;
                            families: {
                                id: string;
                                label: string;
                            }[];
                            followUps: {
                                /** @enum {string} */
                                because: "owner" | "owner_away" | "owner_left" | "no_owner" | "nobody_here";
                                /** @description YYYY-MM-DD */
                                dueOn: string;
                                /** Format: uuid */
                                id: string;
                                memberId: string | null;
                                memberName: string | null;
                                /** @enum {string} */
                                standing: "ahead" | "due_today" | "overdue";
                                /** @enum {string} */
                                why: "call_passed" | "call_held" | "call_missed" | "quote_sent" | "stands_still" | "set_by_hand";
                                words: string | null;
                            }[];
                            /** @description Another time that they chose with a second form */
                            heldAt: string | null;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "solo" | "new_group" | "solo_to_group";
                            licence: string;
                            licenceFamily: string;
                            licenceNumber: string | null;
                            licenceState: string;
                            name: string;
                            npi: string | null;
                            openedPracticeId: string | null;
                            phone: string | null;
                            plans: {
                                id: string;
                                name: string;
                            }[];
                            practiceName: string;
                            quotes: {
                                /** Format: uuid */
                                id: string;
                                licence: string;
                                lines: {
                                    cents: number;
                                    code: string;
                                    modifiers: string[];
                                    payerName: string;
                                    planName: string;
                                    state: string;
                                    until: string | null;
                                }[];
                                /** @description YYYY-MM-DD */
                                validOn: string;
                            }[];
                            /** @description YYYY-MM-DD */
                            sentOn: string;
                            slots: string[];
                            soloPractices: {
                                name: string;
                                /** Format: uuid */
                                practiceId: string;
                            }[];
                            /** @enum {string} */
                            state: "call_booked" | "no_call" | "call_passed" | "rates_told" | "opened" | "closed";
                            states: string[];
                            steps: {
                                at: string;
                                by: string;
                                deed: string;
                                words: string;
                            }[];
                            words: string | null;
                            /** @description The applicant’s */
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
    "/api/operations/joining/{applicationId}/call-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move, call off or book the call */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "move" | "cancel" | "book";
                        /** @description One of those that are open */
                        slot: string | null;
                        /** @description Why; the staff read it */
                        words: string | null;
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
                            done: true;
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
    "/api/operations/joining/{applicationId}/call.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The call as a calendar file */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
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
                    content?: never;
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
    "/api/operations/joining/{applicationId}/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a follow-up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        dueOn: string;
                        words: string;
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
                            done: true;
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
    "/api/operations/joining/{applicationId}/follow-ups/{followUpId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Snooze, do or hand on a follow-up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    followUpId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "snoozed";
                        dueOn: string;
                    } | {
                        /** @enum {string} */
                        deed: "done";
                        words: string;
                    } | {
                        /** @enum {string} */
                        deed: "handed_on";
                        /** Format: uuid */
                        memberId: string;
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
                            done: true;
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
    "/api/operations/joining/{applicationId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a solo practice a group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uuid */
                        practiceId: string;
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
                            done: true;
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
    "/api/operations/joining/{applicationId}/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open the practice */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        npi: string;
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
                            openedPracticeId: string;
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
    "/api/operations/joining/{applicationId}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Quote rates */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        licenceFamily: string;
                        /** @description Empty: every plan */
                        planIds: string[];
                        states: string[];
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
                            lines: number;
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
    "/api/operations/joining/{applicationId}/quotes/{quoteId}/quote.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A quote as a paper */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    quoteId: string;
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
                    content?: never;
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
    "/api/operations/joining/{applicationId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What was done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "noted" | "call_held" | "call_missed" | "closed";
                        words: string;
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
                            done: true;
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
    "/api/operations/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every letter of the house */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    state?: "waits" | "sent" | "kept" | "refused" | "failed";
                };
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
                            byState: {
                                [key: string]: number;
                            };
                            count: number;
                            letters: {
                                about: string | null;
                                attempts: number;
                                body: string;
                                detail: string | null;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                practiceId: string;
                                practiceName: string;
                                recordedAt: string;
                                /** @enum {string} */
                                state: "waits" | "sent" | "kept" | "refused" | "failed";
                                subject: string;
                                to: string;
                                triedAt: string | null;
                            }[];
                            page: number;
                            pages: number;
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
    "/api/operations/networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The networks that a credential may be with */
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
                            contractStates: string[];
                            id: string;
                            name: string;
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
    "/api/operations/owed-by-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What clients owe */
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
                            /** @description Whole cents */
                            comesBackCents: number;
                            count: number;
                            /** @description Whole cents */
                            owedCents: number;
                            rows: {
                                ageDays: number;
                                because: string;
                                client: string;
                                /** @enum {string} */
                                kind: "share" | "fee";
                                /** @description Whole cents */
                                owed: number;
                                practice: string;
                                /** Format: uuid */
                                practiceId: string;
                                /** @description YYYY-MM-DD */
                                serviceOn: string;
                                /** Format: uuid */
                                sessionId: string;
                                /** @description YYYY-MM-DD */
                                since: string;
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
    "/api/operations/people/{personId}/card-photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a client’s insurance card */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    photoId: string;
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
                    content?: never;
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
    "/api/operations/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plans with their terms */
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
                            id: string;
                            isBlue: boolean;
                            name: string;
                            networkId: string;
                            payer: string;
                            terms: {
                                acceptedStates: "all" | string[];
                                blueCard: boolean;
                                from: string;
                                source: string;
                                until: string | null;
                            }[];
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
    "/api/operations/postings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The postings behind a figure */
        get: {
            parameters: {
                query?: {
                    book?: ("operator" | "practices") | string;
                    /** @description Kinds of account, joined by commas; "results" for all results */
                    kind?: string;
                    month?: string;
                    page?: number;
                    payer?: string;
                    subject?: string;
                };
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
                            count: number;
                            /** @description What all of them do to the accounts asked for: debits minus credits */
                            effect: number;
                            /** @description What was asked for, in words */
                            name: string;
                            page: number;
                            pages: number;
                            transfers: {
                                book: string;
                                cause: string;
                                /** @description Whole cents */
                                cents: number;
                                credit: {
                                    kind: string;
                                    name: string;
                                    subject: string;
                                };
                                debit: {
                                    kind: string;
                                    name: string;
                                    subject: string;
                                };
                                /** @description Whole cents */
                                effect: number;
                                /** @description YYYY-MM-DD */
                                effectiveOn: string;
                                kind: string;
                                /** Format: uuid */
                                postingId: string;
                                /** Format: uuid */
                                practiceId: string;
                                /** @description UTC */
                                recordedAt: string;
                                subject: string;
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
    "/api/operations/practices/{practiceId}/members/{memberId}/credentialing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one clinician holds, and every entry that says so */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
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
                            authorities: {
                                from: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "license" | "compact_privilege" | "temporary_permit";
                                number: string | null;
                                state: string;
                                stateName: string;
                                until: string | null;
                            }[];
                            credentials: {
                                from: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @description Opted in to by the clinician, who alone changes it */
                                isOptIn: boolean;
                                networkId: string;
                                networkName: string;
                                payerReady: string | null;
                                /** @enum {string} */
                                standing: "in_force" | "held" | "pending" | "to_come" | "ended" | "no_authority" | "not_at_home";
                                state: string;
                                stateName: string;
                                /** @enum {string} */
                                status: "active" | "pending" | "terminated";
                                until: string | null;
                                /** @enum {string} */
                                via: "direct" | "virtual_network";
                                words: string;
                            }[];
                            /** @description Every row ever entered, the last first */
                            entries: {
                                at: string;
                                /** @description Who entered it; null where no person did */
                                by: string | null;
                                from: string | null;
                                /** Format: uuid */
                                id: string;
                                isFirst: boolean;
                                kind: ("license" | "compact_privilege" | "temporary_permit") | null;
                                networkName: string | null;
                                number: string | null;
                                payerReady: string | null;
                                reason: string | null;
                                stateName: string | null;
                                status: ("active" | "pending" | "terminated") | null;
                                /** @enum {string} */
                                subject: "authority" | "credential" | "exclusion" | "opt_in";
                                /** Format: uuid */
                                subjectId: string;
                                until: string | null;
                                via: ("direct" | "virtual_network") | null;
                            }[];
                            exclusions: {
                                from: string | null;
                                /** Format: uuid */
                                id: string;
                                until: string | null;
                            }[];
                            family: string;
                            /** Format: uuid */
                            memberId: string;
                            name: string;
                            npi: string;
                            /** Format: uuid */
                            practiceId: string;
                            practiceName: string;
                            /** @description What the clinician asked for and nobody has applied for yet */
                            requests: {
                                /** Format: uuid */
                                id: string;
                                networkId: string;
                                state: string;
                                words: string | null;
                            }[];
                            /** @description How many entries there are: a change names it, so that nobody overwrites what they did not see */
                            seen: number;
                            tasks: {
                                ageDays: number | null;
                                isUrgent: boolean;
                                /** @enum {string} */
                                kind: "asked_for" | "applied_for" | "awaits_payer" | "ends" | "ended";
                                next: string;
                                on: string | null;
                                reason: string;
                                /** Format: uuid */
                                subjectId: string;
                                what: string;
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
    "/api/operations/practices/{practiceId}/members/{memberId}/credentialing-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records a license, credential or exclusion of a clinician, or a change of one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            /** @enum {string} */
                            authority: "license" | "compact_privilege" | "temporary_permit";
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** @enum {string} */
                            kind: "add_authority";
                            number: string | null;
                            state: string;
                        } | {
                            /** Format: uuid */
                            authorityId: string;
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** @enum {string} */
                            kind: "change_authority";
                        } | {
                            during: {
                                from: string;
                                until: string | null;
                            } | null;
                            /** @enum {string} */
                            kind: "add_credential";
                            networkId: string;
                            payerReady: string | null;
                            state: string;
                            /** @enum {string} */
                            status: "active" | "pending" | "terminated";
                            /** @enum {string} */
                            via: "direct" | "virtual_network";
                        } | {
                            /** Format: uuid */
                            credentialId: string;
                            during: {
                                from: string;
                                until: string | null;
                            } | null;
                            /** @enum {string} */
                            kind: "change_credential";
                            payerReady: string | null;
                            /** @enum {string} */
                            status: "active" | "pending" | "terminated";
                        } | {
                            /** Format: uuid */
                            authorityId: string;
                            /** @enum {string} */
                            kind: "withdraw_authority";
                        } | {
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** @enum {string} */
                            kind: "add_exclusion";
                        } | {
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** Format: uuid */
                            exclusionId: string;
                            /** @enum {string} */
                            kind: "change_exclusion";
                        } | {
                            /** Format: uuid */
                            exclusionId: string;
                            /** @enum {string} */
                            kind: "withdraw_exclusion";
                        };
                        reason: string;
                        /** @description How many entries the page showed: another number is refused */
                        seen: number;
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
                            effect: {
                                /** @description How many turn; of a whole network only the first are listed */
                                count: number;
                                /** @description How many sessions were asked again */
                                looked: number;
                                turned: {
                                    after: {
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
                                        words: string;
                                    };
                                    before: {
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
                                        words: string;
                                    };
                                    clientName: string;
                                    clinicianName: string;
                                    heldAfter: string | null;
                                    /** @description Until when its claim is held; null where nobody knows, or it is not */
                                    heldBefore: string | null;
                                    isConfirmed: boolean;
                                    serviceOn: string;
                                    /** Format: uuid */
                                    sessionId: string;
                                }[];
                            };
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
    "/api/operations/practices/{practiceId}/members/{memberId}/credentialing-effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which sessions a change of a clinician’s standing would turn around; nothing is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            /** @enum {string} */
                            authority: "license" | "compact_privilege" | "temporary_permit";
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** @enum {string} */
                            kind: "add_authority";
                            number: string | null;
                            state: string;
                        } | {
                            /** Format: uuid */
                            authorityId: string;
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** @enum {string} */
                            kind: "change_authority";
                        } | {
                            during: {
                                from: string;
                                until: string | null;
                            } | null;
                            /** @enum {string} */
                            kind: "add_credential";
                            networkId: string;
                            payerReady: string | null;
                            state: string;
                            /** @enum {string} */
                            status: "active" | "pending" | "terminated";
                            /** @enum {string} */
                            via: "direct" | "virtual_network";
                        } | {
                            /** Format: uuid */
                            credentialId: string;
                            during: {
                                from: string;
                                until: string | null;
                            } | null;
                            /** @enum {string} */
                            kind: "change_credential";
                            payerReady: string | null;
                            /** @enum {string} */
                            status: "active" | "pending" | "terminated";
                        } | {
                            /** Format: uuid */
                            authorityId: string;
                            /** @enum {string} */
                            kind: "withdraw_authority";
                        } | {
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** @enum {string} */
                            kind: "add_exclusion";
                        } | {
                            during: {
                                from: string;
                                until: string | null;
                            };
                            /** Format: uuid */
                            exclusionId: string;
                            /** @enum {string} */
                            kind: "change_exclusion";
                        } | {
                            /** Format: uuid */
                            exclusionId: string;
                            /** @enum {string} */
                            kind: "withdraw_exclusion";
                        };
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
                            /** @description How many turn; of a whole network only the first are listed */
                            count: number;
                            /** @description How many sessions were asked again */
                            looked: number;
                            refusal: {
                                code: string;
                                field: string;
                                words: string;
                            } | null;
                            turned: {
                                after: {
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
                                    words: string;
                                };
                                before: {
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
                                    words: string;
                                };
                                clientName: string;
                                clinicianName: string;
                                heldAfter: string | null;
                                /** @description Until when its claim is held; null where nobody knows, or it is not */
                                heldBefore: string | null;
                                isConfirmed: boolean;
                                serviceOn: string;
                                /** Format: uuid */
                                sessionId: string;
                            }[];
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
    "/api/operations/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, queue by queue */
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
                            /** @description What is at stake */
                            cents: number;
                            count: number;
                            /** @enum {string} */
                            name: "heldClaims" | "rejectedClaims" | "deniedClaims" | "underpaidClaims" | "silentClaims" | "deadlineNearClaims" | "filingLimitClaims" | "quarantinedRemittances" | "unmatchedRemittances" | "heldPayouts" | "payoutReturns" | "declinedCards" | "coverageChecks" | "credentialRequests" | "joining" | "adminRequests" | "providerRemovals" | "deletionRequests" | "documents" | "pendingCredentials" | "expirables" | "complianceReviews" | "refusedMail" | "troubles";
                            /** @description The nearest deadline */
                            nearestOn: string | null;
                            /** @description How many of them nobody has taken */
                            unowned: number;
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
    "/api/operations/queues/{queue}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One queue */
        get: {
            parameters: {
                query?: {
                    owner?: string;
                    page?: number;
                    payer?: string;
                    reason?: string;
                    sort?: "deadline" | "age" | "amount";
                };
                header?: never;
                path: {
                    queue: "heldClaims" | "rejectedClaims" | "deniedClaims" | "underpaidClaims" | "silentClaims" | "deadlineNearClaims" | "filingLimitClaims" | "quarantinedRemittances" | "unmatchedRemittances" | "heldPayouts" | "payoutReturns" | "declinedCards" | "coverageChecks" | "credentialRequests" | "joining" | "adminRequests" | "providerRemovals" | "deletionRequests" | "documents" | "pendingCredentials" | "expirables" | "complianceReviews" | "refusedMail" | "troubles";
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
                            /** @description Whole cents */
                            cents: number;
                            count: number;
                            owners: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            }[];
                            page: number;
                            pages: number;
                            payers: string[];
                            reasons: string[];
                            rows: {
                                ageDays: number | null;
                                cents: number | null;
                                code: string | null;
                                deadline: string | null;
                                deadlineKind: string | null;
                                detail: string;
                                /** @description Work on it is recorded under this */
                                item: string;
                                lastWords: string | null;
                                name: string;
                                next: string | null;
                                owner: {
                                    /** Format: uuid */
                                    memberId: string;
                                    name: string;
                                } | null;
                                page: {
                                    id: string;
                                    /** @enum {string} */
                                    kind: "claim" | "remittance" | "session" | "unmatched" | "clinician" | "application" | "admin_request" | "document" | "removal" | "deletion";
                                    practiceId: string | null;
                                } | null;
                                payer: string | null;
                                reason: string;
                                since: string | null;
                                waitsUntil: string | null;
                            }[];
                            total: number;
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
    "/api/operations/record-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says why a client’s record is opened today */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        personId: string;
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
                            /** Format: uuid */
                            personId: string;
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
    "/api/operations/remittances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments of payers */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    payer?: string;
                    q?: string;
                    state?: "posted" | "quarantined" | "set_aside" | "taken_in" | "open" | "unmatched";
                };
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
                            count: number;
                            page: number;
                            pages: number;
                            /** @description Whole cents */
                            paidCents: number;
                            payers: string[];
                            remittances: {
                                fileName: string;
                                /** Format: uuid */
                                id: string;
                                /** @description What its clearing stands at: zero once deposit and claims are both there */
                                openCents: number;
                                /** @description Whole cents */
                                paid: number;
                                paidOn: string | null;
                                payer: string;
                                reason: string | null;
                                /** @description UTC */
                                recordedAt: string;
                                /** @enum {string} */
                                state: "posted" | "quarantined" | "set_aside" | "taken_in";
                                trace: string;
                                unmatched: number;
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
    "/api/operations/remittances/{remittanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment, as it adds up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    remittanceId: string;
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
                            because: ("unbalanced" | "payee_not_ours" | "same_trace_other_content" | "unreadable" | "unsupported_version") | null;
                            claims: {
                                addsUp: boolean;
                                adjustments: {
                                    /** @description Whole cents */
                                    cents: number;
                                    code: string;
                                    words: string;
                                }[];
                                /** @enum {string} */
                                became: "posted" | "unmatched" | "matched" | "owed_back" | "nothing";
                                because: string | null;
                                /** @description Whole cents */
                                charge: number;
                                claimControlNumber: string;
                                /** @description Whole cents */
                                clientShare: number;
                                lines: {
                                    addsUp: boolean;
                                    adjustments: {
                                        /** @description Whole cents */
                                        cents: number;
                                        code: string;
                                        words: string;
                                    }[];
                                    /** @description Whole cents */
                                    charge: number;
                                    modifiers: string[];
                                    /** @description Whole cents */
                                    paid: number;
                                    procedure: string;
                                    remarks: {
                                        code: string;
                                        words: string;
                                    }[];
                                }[];
                                ours: {
                                    /** Format: uuid */
                                    claimId: string;
                                    practice: string;
                                    /** Format: uuid */
                                    practiceId: string;
                                    /** Format: uuid */
                                    sessionId: string;
                                } | null;
                                /** @description Whole cents */
                                paid: number;
                                payerNumber: string;
                                position: number;
                                remarks: {
                                    code: string;
                                    words: string;
                                }[];
                                status: {
                                    code: string;
                                    words: string;
                                };
                                unmatchedId: string | null;
                            }[];
                            /** @description Whole cents */
                            claimsCents: number;
                            deposits: {
                                /** @description Whole cents */
                                cents: number;
                                /** @description YYYY-MM-DD */
                                on: string;
                            }[];
                            difference: number | null;
                            entities: {
                                id: string;
                                name: string;
                            }[];
                            entity: string | null;
                            file: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                sha256: string;
                            };
                            fileName: string;
                            findings: string[];
                            /** Format: uuid */
                            id: string;
                            item: string;
                            judgement: {
                                /** @description UTC */
                                at: string;
                                by: string;
                                entity: string | null;
                                reason: string;
                                /** @enum {string} */
                                verdict: "taken_in" | "set_aside";
                            } | null;
                            mayBeTakenIn: boolean;
                            method: string;
                            /** @description What its clearing stands at: zero once deposit and claims are both there */
                            openCents: number;
                            outside: {
                                /** @description Whole cents */
                                cents: number;
                                reason: string;
                                reference: string;
                                words: string;
                            }[];
                            /** @description Whole cents */
                            outsideCents: number;
                            over: {
                                /** @enum {string} */
                                became: "unmatched" | "owed_back";
                                /** @description Whole cents */
                                cents: number;
                                /** Format: uuid */
                                unmatchedId: string;
                            } | null;
                            /** @description Whole cents */
                            paid: number;
                            paidOn: string | null;
                            payee: string;
                            payer: string;
                            reason: string | null;
                            /** @description UTC */
                            recordedAt: string;
                            /** @description The payment less its claims, plus its adjustments: zero when it adds up */
                            restCents: number;
                            /** @enum {string} */
                            state: "posted" | "quarantined" | "set_aside" | "taken_in";
                            trace: string;
                            unmatched: number;
                            work: {
                                /** @description UTC */
                                at: string;
                                by: string;
                                /** @enum {string} */
                                deed: "taken" | "handed_back" | "noted" | "waits" | "appealed" | "resolved";
                                owner: string | null;
                                until: string | null;
                                words: string | null;
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
    "/api/operations/remittances/{remittanceId}/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a payment in, or sets it aside */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    remittanceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @enum {string} */
                        verdict: "set_aside";
                    } | {
                        asEntity: string;
                        reason: string;
                        /** @enum {string} */
                        verdict: "taken_in";
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
                            /** @description Claims that were posted */
                            posted: number;
                            /** @description Claims whose money waits for a person */
                            unmatched: number;
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
    "/api/operations/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Removals asked for and done, and why one is not possible yet */
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
                            askedAt: string;
                            because: string[];
                            by: string | null;
                            /** Format: uuid */
                            memberId: string;
                            name: string;
                            possibleOn: string | null;
                            /** Format: uuid */
                            practiceId: string;
                            practiceName: string;
                            reason: string | null;
                            /** @enum {string} */
                            state: "not_yet" | "possible" | "removed";
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
    "/api/operations/resubmissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends many claims again as they are */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        because: string;
                        claims: {
                            /** Format: uuid */
                            claimId: string;
                            /** Format: uuid */
                            practiceId: string;
                        }[];
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
                            refused: {
                                because: string;
                                /** Format: uuid */
                                claimId: string;
                                words: string;
                            }[];
                            sent: {
                                attempt: number;
                                /** Format: uuid */
                                claimId: string;
                                /** @enum {string} */
                                frequency: "1" | "7";
                            }[];
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
    "/api/operations/service-areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The Blue licensees and their areas today */
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
                            areas: {
                                counties: string[];
                                except: string[];
                                /** @enum {string} */
                                holds: "whole_state" | "whole_state_except" | "counties";
                                inPart: string[];
                                state: string;
                            }[];
                            /** @enum {string} */
                            certainty: "certain" | "likely" | "to_verify";
                            id: string;
                            name: string;
                            source: string;
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
    "/api/operations/sessions/{practiceId}/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session from the operator’s side */
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
                            claims: {
                                /** Format: uuid */
                                claimId: string;
                                controlNumber: string;
                            }[];
                            client: string;
                            clinician: string;
                            files: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                sha256: string;
                                what: string;
                            }[];
                            money: {
                                /** @description Whole cents */
                                absorbedCents: number;
                                /** @description Whole cents */
                                clientPaidCents: number;
                                /** @description Whole cents */
                                operatorKeptCents: number;
                                /** @description Whole cents */
                                owedCents: number;
                                /** @description Whole cents */
                                paidToYouCents: number;
                                /** @description Whole cents */
                                payerPaidCents: number;
                            } | null;
                            payouts: {
                                /** @description Whole cents */
                                cents: number;
                                file: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    sha256: string;
                                };
                                /** @description YYYY-MM-DD */
                                payOn: string;
                                /** Format: uuid */
                                payoutId: string;
                            }[];
                            /** Format: uuid */
                            personId: string;
                            postings: {
                                book: string;
                                cause: string;
                                /** @description YYYY-MM-DD */
                                effectiveOn: string;
                                isOperators: boolean;
                                kind: string;
                                /** Format: uuid */
                                postingId: string;
                                /** @description UTC */
                                recordedAt: string;
                                transfers: {
                                    /** @description Whole cents */
                                    cents: number;
                                    credit: {
                                        kind: string;
                                        name: string;
                                        subject: string;
                                    };
                                    debit: {
                                        kind: string;
                                        name: string;
                                        subject: string;
                                    };
                                }[];
                            }[];
                            practice: string;
                            /** Format: uuid */
                            practiceId: string;
                            promised: {
                                /** @description Whole cents */
                                clientCents: number;
                                /** @description Whole cents */
                                payerCents: number;
                                /** @description YYYY-MM-DD */
                                payOn: string;
                                /** @description Whole cents */
                                providerCents: number;
                            } | null;
                            /** @description YYYY-MM-DD */
                            serviceOn: string;
                            /** Format: uuid */
                            sessionId: string;
                            /** @description UTC */
                            startsAt: string;
                            state: string;
                            timeline: {
                                kind: string;
                                on: string | null;
                                state: string;
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
    "/api/operations/sessions/{practiceId}/{sessionId}/chargeback-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What taking a chargeback would do */
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
                        cents: number;
                        /** Format: uuid */
                        chargeId: string;
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
                            postings: {
                                book: string;
                                isOperators: boolean;
                                transfers: {
                                    /** @description Whole cents */
                                    cents: number;
                                    credit: {
                                        kind: string;
                                        name: string;
                                        subject: string;
                                    };
                                    debit: {
                                        kind: string;
                                        name: string;
                                        subject: string;
                                    };
                                }[];
                            }[];
                            refusal: string | null;
                            words: string[];
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
    "/api/operations/sessions/{practiceId}/{sessionId}/chargebacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a chargeback in */
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
                        cents: number;
                        /** Format: uuid */
                        chargeId: string;
                        /** @description The processor’s own name of it */
                        reference: string;
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
                            /** @description Whole cents */
                            cents: number;
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
    "/api/operations/sessions/{practiceId}/{sessionId}/client-money": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a client was asked for a session */
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
                            /** @description Whole cents */
                            comesBack: number;
                            deeds: {
                                by: string;
                                /** @description Whole cents */
                                cents: number;
                                /** @enum {string} */
                                kind: "forgiven" | "given_up" | "taken_back";
                                /** @description YYYY-MM-DD */
                                on: string;
                                words: string;
                            }[];
                            /** @description Whole cents */
                            forgiven: number;
                            /** @enum {string} */
                            kind: "share" | "fee" | "nothing";
                            /** @description Whole cents */
                            owed: number;
                            /** @description Whole cents */
                            paid: number;
                            payments: {
                                /** @description Whole cents */
                                captured: number;
                                /** Format: uuid */
                                chargeId: string;
                                /** @description What the client’s bank could still take back */
                                most: number;
                                /** @description YYYY-MM-DD */
                                on: string;
                                /** @description Whole cents */
                                refunded: number;
                                /** @description Whole cents */
                                takenBack: number;
                                /** @enum {string} */
                                what: "session_share" | "share_increased" | "cancellation_fee";
                            }[];
                            /** @description Why what is owed may not be forgiven */
                            refusal: string | null;
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
    "/api/operations/sessions/{practiceId}/{sessionId}/forgiveness-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What forgiving what is owed would do */
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
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            postings: {
                                book: string;
                                isOperators: boolean;
                                transfers: {
                                    /** @description Whole cents */
                                    cents: number;
                                    credit: {
                                        kind: string;
                                        name: string;
                                        subject: string;
                                    };
                                    debit: {
                                        kind: string;
                                        name: string;
                                        subject: string;
                                    };
                                }[];
                            }[];
                            refusal: string | null;
                            words: string[];
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
    "/api/operations/sessions/{practiceId}/{sessionId}/forgivenesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgives what a client owes */
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
                        /** @description What you saw to be owed */
                        cents: number;
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
                            /** @description Whole cents */
                            cents: number;
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
    "/api/operations/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dated settings, with every value */
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
                            counts: string;
                            group: string;
                            id: string;
                            name: string;
                            periods: {
                                /** @description YYYY-MM-DD */
                                from: string;
                                source: string;
                                until: string | null;
                                value: {
                                    /** @enum {string} */
                                    kind: "count";
                                    /** @enum {string} */
                                    unit: "days" | "hours";
                                    value: number;
                                } | {
                                    attemptsAtMost: number;
                                    hoursBetween: number;
                                    /** @enum {string} */
                                    kind: "retry";
                                } | {
                                    /** @enum {string} */
                                    kind: "schedule";
                                    schedule: {
                                        [key: string]: string | number;
                                    };
                                };
                                words: string;
                            }[];
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Sets a further value from a day on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: string;
                        id: string;
                        /** @description Whose decision it is, or where it is written */
                        source: string;
                        value: {
                            /** @enum {string} */
                            kind: "count";
                            /** @enum {string} */
                            unit: "days" | "hours";
                            value: number;
                        } | {
                            attemptsAtMost: number;
                            hoursBetween: number;
                            /** @enum {string} */
                            kind: "retry";
                        } | {
                            /** @enum {string} */
                            kind: "schedule";
                            schedule: {
                                cutOffDay: number;
                                firstHalfPaidOn: number | "last_day_of_month";
                                /** @enum {string} */
                                kind: "semi_monthly";
                                secondHalfPaidOnDay: number;
                            } | {
                                anchor: string;
                                cutOffDaysBefore: number;
                                /** @enum {string} */
                                kind: "every_second_friday";
                            };
                        };
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
    "/api/operations/settings-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a further value would change */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        from: string;
                        id: string;
                        /** @description Whose decision it is, or where it is written */
                        source: string;
                        value: {
                            /** @enum {string} */
                            kind: "count";
                            /** @enum {string} */
                            unit: "days" | "hours";
                            value: number;
                        } | {
                            attemptsAtMost: number;
                            hoursBetween: number;
                            /** @enum {string} */
                            kind: "retry";
                        } | {
                            /** @enum {string} */
                            kind: "schedule";
                            schedule: {
                                cutOffDay: number;
                                firstHalfPaidOn: number | "last_day_of_month";
                                /** @enum {string} */
                                kind: "semi_monthly";
                                secondHalfPaidOnDay: number;
                            } | {
                                anchor: string;
                                cutOffDaysBefore: number;
                                /** @enum {string} */
                                kind: "every_second_friday";
                            };
                        };
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
                            refusal: string | null;
                            words: string[];
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
    "/api/operations/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works at the operator */
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
                            /** Format: uuid */
                            memberId: string;
                            name: string;
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
    "/api/operations/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the books balance, nobody is unpaid and nothing is lost */
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
                            booksBalance: boolean;
                            /** @description UTC */
                            checkedAt: string;
                            faults: {
                                invariant: number;
                                where: string;
                                words: string;
                            }[];
                            nobodyUnpaid: boolean;
                            nothingLost: boolean;
                            postings: number;
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
    "/api/operations/terms-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records further terms from a day on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            acceptedStates: "all" | string[];
                            blueCard: boolean;
                            from: string;
                            /** @enum {string} */
                            kind: "plan_terms";
                            planId: string;
                        } | {
                            area: {
                                /** @default [] */
                                counties?: string[];
                                /** @default [] */
                                except?: string[];
                                /** @enum {string} */
                                holds: "whole_state" | "whole_state_except" | "counties";
                                state: string;
                            };
                            from: string;
                            /** @enum {string} */
                            kind: "service_area";
                            licenseeId: string;
                        };
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
                            effect: {
                                /** @description How many turn; of a whole network only the first are listed */
                                count: number;
                                /** @description How many sessions were asked again */
                                looked: number;
                                turned: {
                                    after: {
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
                                        words: string;
                                    };
                                    before: {
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
                                        words: string;
                                    };
                                    clientName: string;
                                    clinicianName: string;
                                    heldAfter: string | null;
                                    /** @description Until when its claim is held; null where nobody knows, or it is not */
                                    heldBefore: string | null;
                                    isConfirmed: boolean;
                                    serviceOn: string;
                                    /** Format: uuid */
                                    sessionId: string;
                                }[];
                            };
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
    "/api/operations/terms-effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which sessions further terms would turn around; nothing is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            acceptedStates: "all" | string[];
                            blueCard: boolean;
                            from: string;
                            /** @enum {string} */
                            kind: "plan_terms";
                            planId: string;
                        } | {
                            area: {
                                /** @default [] */
                                counties?: string[];
                                /** @default [] */
                                except?: string[];
                                /** @enum {string} */
                                holds: "whole_state" | "whole_state_except" | "counties";
                                state: string;
                            };
                            from: string;
                            /** @enum {string} */
                            kind: "service_area";
                            licenseeId: string;
                        };
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
                            /** @description How many turn; of a whole network only the first are listed */
                            count: number;
                            /** @description How many sessions were asked again */
                            looked: number;
                            refusal: {
                                code: string;
                                field: string;
                                words: string;
                            } | null;
                            turned: {
                                after: {
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
                                    words: string;
                                };
                                before: {
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
                                    words: string;
                                };
                                clientName: string;
                                clinicianName: string;
                                heldAfter: string | null;
                                /** @description Until when its claim is held; null where nobody knows, or it is not */
                                heldBefore: string | null;
                                isConfirmed: boolean;
                                serviceOn: string;
                                /** Format: uuid */
                                sessionId: string;
                            }[];
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
    "/api/operations/treasury": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the operator’s money stands */
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
                                name: string;
                                words: string;
                            }[];
                            ageing: {
                                byAge: {
                                    [key: string]: number;
                                };
                                /** @description Whole cents */
                                cents: number;
                                payer: string;
                                payerId: string;
                            }[];
                            ahead: {
                                /** @description Whole cents */
                                bank: number;
                                /** @description Whole cents */
                                expected: number;
                                /** @description Whole cents */
                                inTransit: number;
                                /** @description Whole cents */
                                needed: number;
                                /** @description Whole cents */
                                payable: number;
                                payday: string | null;
                            };
                            /** @description YYYY-MM-DD */
                            asOf: string;
                            bank: {
                                account: string;
                                /** @description Whole cents */
                                books: number;
                                /** @description Whole cents */
                                difference: number;
                                statement: {
                                    /** @description YYYY-MM-DD */
                                    asOf: string;
                                    /** @description Whole cents */
                                    cents: number;
                                } | null;
                            }[];
                            months: {
                                /** @description Whole cents */
                                absorbed: number;
                                /** @description Whole cents */
                                added: number;
                                /** @description Whole cents */
                                kept: number;
                                month: string;
                                /** @description Whole cents */
                                other: number;
                                /** @description Whole cents */
                                result: number;
                            }[];
                            /** @description Whole cents */
                            resultCents: number;
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
    "/api/operations/two-factor-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Second factors of staff that wait for a colleague */
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
                            resets: {
                                askedAt: string;
                                askedByName: string;
                                email: string;
                                expiresAt: string;
                                /** Format: uuid */
                                id: string;
                                /** @description Somebody else than who asked, and than whose it is */
                                mayConfirm: boolean;
                                name: string;
                                reason: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Take the second factor from a login, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
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
                            /**
                             * @description waits_for_colleague: of the operator’s own staff, until another one of them does it
                             * @enum {string}
                             */
                            outcome: "done" | "waits_for_colleague";
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
    "/api/operations/two-factor-resets/{resetId}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it away, as a colleague asked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    resetId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                            done: true;
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
    "/api/operations/unmatched/{unmatchedId}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Matches money to a claim, or owes it back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    unmatchedId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "owed_back";
                        reason: string;
                    } | {
                        /** Format: uuid */
                        claimId: string;
                        /** @enum {string} */
                        outcome: "matched";
                        /** Format: uuid */
                        practiceId: string;
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
                            /** Format: uuid */
                            unmatchedId: string;
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
    "/api/operations/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records work on what waits */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "taken" | "handed_back" | "noted" | "waits" | "appealed" | "resolved";
                        items: string[];
                        /** @default null */
                        ownerId?: string | null;
                        until?: string | null;
                        /** @default null */
                        words?: string | null;
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
                            count: number;
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
    "/api/operations/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives up what payers have not paid of claims */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        because: string;
                        claims: {
                            /** Format: uuid */
                            claimId: string;
                            /** Format: uuid */
                            practiceId: string;
                        }[];
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
                            refused: {
                                because: string;
                                /** Format: uuid */
                                claimId: string;
                                words: string;
                            }[];
                            written: {
                                /** @description Whole cents */
                                cents: number;
                                /** Format: uuid */
                                claimId: string;
                            }[];
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
    "/api/passkeys/sign-in-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a passkey signs to sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                            challenge: string;
                            rpId: string;
                            timeout: number;
                            /** @enum {string} */
                            userVerification: "required";
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
    "/api/passkeys/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Who must be meant: where somebody proves again that it is them
                         */
                        as?: string;
                        response: {
                            authenticatorAttachment?: string | null;
                            clientExtensionResults?: {
                                [key: string]: unknown;
                            };
                            id: string;
                            rawId: string;
                            response: {
                                authenticatorData: string;
                                clientDataJSON: string;
                                signature: string;
                                userHandle?: string | null;
                            };
                            /** @enum {string} */
                            type: "public-key";
                        };
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
                            /** @enum {boolean} */
                            done: true;
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
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a new password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        /**
                         * @description Of the page, and so of its letter
                         * @default en
                         * @enum {string}
                         */
                        language?: "en" | "es";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description Whether there is an account is said in the letter only
                             * @enum {boolean}
                             */
                            sent: true;
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
    "/api/practices/{practiceId}/admin-approvals/{approvalId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree to a request for access, or not */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    approvalId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "approved" | "declined";
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
                            memberId: string | null;
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
    "/api/practices/{practiceId}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own rates and pay schedule */
        get: {
            parameters: {
                query?: {
                    /** @description Else the one who asks */
                    clinician?: string;
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
                            /** Format: uuid */
                            memberId: string;
                            paySchedule: {
                                from: string;
                                kind: string;
                                source: string;
                                until: string | null;
                            } | null;
                            rates: {
                                cents: number;
                                code: string;
                                from: string;
                                modifiers: string[];
                                payerName: string;
                                state: string;
                                /** @description The first day on which it counts no more */
                                until: string | null;
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
    "/api/practices/{practiceId}/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bank accounts, masked */
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
                            accounts: {
                                /** @description The last four digits; no answer carries more */
                                accountEnds: string;
                                addedOn: string;
                                because: string | null;
                                /** @enum {string} */
                                holder: "business" | "personal";
                                holderName: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "checking" | "savings";
                                /** @enum {string} */
                                state: "in_use" | "waiting" | "former" | "refused";
                                /** @description Null while none is sent, and once the account is checked */
                                testDeposit: {
                                    isThere: boolean;
                                    settlesOn: string;
                                } | null;
                                triesLeft: number;
                            }[];
                            /** @description What pay waits for, in words */
                            hold: string | null;
                            /** @description After a change: the moment from which pay goes there */
                            payableFrom: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a bank account */
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
                        account: string;
                        /** @enum {string} */
                        holder: "business" | "personal";
                        holderName: string;
                        /** @enum {string} */
                        kind: "checking" | "savings";
                        routing: string;
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
    "/api/practices/{practiceId}/bank-accounts/{bankAccountId}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove a bank account by its code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    bankAccountId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
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
                            left: number;
                            /** @enum {string} */
                            outcome: "verified" | "wrong" | "refused";
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
    "/api/practices/{practiceId}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A clinician’s calendar */
        get: {
            parameters: {
                query: {
                    days: number;
                    from: string;
                    memberId?: string;
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
                            clinicians: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            }[];
                            /** Format: uuid */
                            memberId: string;
                            now: string;
                            sessions: {
                                cancellation: {
                                    at: string;
                                    /** @enum {string} */
                                    initiator: "client" | "practice";
                                    /** @enum {string} */
                                    kind: "cancelled" | "no_show";
                                    reason: string;
                                } | null;
                                clientName: string;
                                clinicianName: string;
                                confirmedAt: string | null;
                                endsAt: string;
                                /** Format: uuid */
                                id: string;
                                joinUrl: string | null;
                                /** Format: uuid */
                                memberId: string;
                                /** @enum {string} */
                                modality: "telehealth" | "in_person";
                                /** @description Another session of this clinician is at the same time */
                                overlaps: boolean;
                                payOn: string | null;
                                /** Format: uuid */
                                personId: string;
                                providerCents: number | null;
                                series: {
                                    everyWeeks: number;
                                    /** Format: uuid */
                                    id: string;
                                    lastOn: string | null;
                                    weekdays: number[];
                                } | null;
                                startsAt: string;
                                /** @enum {string} */
                                state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided" | "cancelled" | "no_show";
                                version: number;
                            }[];
                            today: string;
                            unavailable: {
                                endsAt: string;
                                /** Format: uuid */
                                id: string;
                                startsAt: string;
                                words: string;
                            }[];
                            workingHours: {
                                endsAt: string;
                                /** @enum {string} */
                                place: "telehealth" | "in_person" | "either";
                                startsAt: string;
                            }[] | null;
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
    "/api/practices/{practiceId}/calendar-conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a time meets */
        get: {
            parameters: {
                query: {
                    endsAt: string;
                    /** @description The session that is moved there */
                    except?: string;
                    memberId: string;
                    personId?: string;
                    startsAt: string;
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
                            /** @enum {string} */
                            code: "double_booked" | "client_double_booked" | "unavailable" | "outside_working_hours";
                            isRefused: boolean;
                            words: string;
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
    "/api/practices/{practiceId}/cancellation-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your cancellation policy */
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
                            earliestStart: string | null;
                            later: {
                                lateCents: number;
                                noShowCents: number;
                                startsOn: string;
                                windowHours: 24 | 48;
                            }[];
                            offered: {
                                lateCents: number;
                                mostCents: number;
                                noShowCents: number;
                                windowHours: 24 | 48;
                            } | null;
                            today: {
                                lateCents: number;
                                noShowCents: number;
                                startsOn: string;
                                windowHours: 24 | 48;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Set a cancellation policy */
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
                        lateCents: number;
                        noShowCents: number;
                        startsOn: string;
                        windowHours: 24 | 48;
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
                query?: {
                    clinician?: string;
                    /** @description current: all but archived */
                    show?: "current" | "active" | "prospect" | "archived";
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
                            /** @description On whose list */
                            clinicians: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            }[];
                            /** @description When you met last */
                            lastAt: string | null;
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
                            nextAt: string | null;
                            /** Format: uuid */
                            personId: string;
                            planName: string | null;
                            readiness: {
                                /** @enum {string} */
                                coverage: "active" | "inactive" | "unverified" | "asked_again" | "none";
                                /** @description Whether the address is proved */
                                email: boolean;
                                /** @description Every standard form in force is signed */
                                forms: boolean;
                                insurance: boolean;
                                paymentMethod: boolean;
                            };
                            /** @enum {string} */
                            standing: "active" | "prospect" | "archived";
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Add a client by e-mail */
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
                        /**
                         * Format: uuid
                         * @description On whose list the client is
                         */
                        clinicianMemberId: string;
                        /** @default null */
                        dateOfBirth?: string | null;
                        email: string;
                        familyName: string;
                        givenName: string;
                        /** @description Whether the client is written to now */
                        notify: boolean;
                        phone: string | null;
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
                            /**
                             * @description recognised: a client of this practice already
                             * @enum {string}
                             */
                            outcome: "invited" | "recognised";
                            /** Format: uuid */
                            personId: string;
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
                            /** @description On whose list */
                            clinicians: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            }[];
                            dateOfBirth: string | null;
                            email: string | null;
                            /** @description When you met last */
                            lastAt: string | null;
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
                            nextAt: string | null;
                            paymentMethod: {
                                brand: string;
                                lastFour: string;
                            } | null;
                            /** Format: uuid */
                            personId: string;
                            /** @description Past ones too */
                            places: {
                                city: string | null;
                                countyFips: string | null;
                                from: string;
                                /** Format: uuid */
                                id: string;
                                label: string;
                                state: string;
                                /** @description Null: the address is not known yet */
                                street: string | null;
                                until: string | null;
                                zip: string | null;
                            }[];
                            planName: string | null;
                            policy: {
                                copayCents: number;
                                /** @enum {string} */
                                coverage: "active" | "inactive" | "unverified";
                                groupNumber: string | null;
                                memberId: string;
                                payerName: string;
                                planName: string;
                            } | null;
                            readiness: {
                                /** @enum {string} */
                                coverage: "active" | "inactive" | "unverified" | "asked_again" | "none";
                                /** @description Whether the address is proved */
                                email: boolean;
                                /** @description Every standard form in force is signed */
                                forms: boolean;
                                insurance: boolean;
                                paymentMethod: boolean;
                            };
                            /** @enum {string} */
                            standing: "active" | "prospect" | "archived";
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
    "/api/practices/{practiceId}/clients/{personId}/archivings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a client, or take them out again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived: boolean;
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
                            archived: boolean;
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
    "/api/practices/{practiceId}/clients/{personId}/billing-method": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Billing method by place */
        get: {
            parameters: {
                query?: {
                    clinician?: string;
                    on?: string;
                };
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
                            clinician: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            };
                            clinicians: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            }[];
                            on: string;
                            /** Format: uuid */
                            personId: string;
                            places: {
                                address: string | null;
                                city: string | null;
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
                                /**
                                 * @description In person at the practice, or virtually at a place of the client
                                 * @enum {string}
                                 */
                                kind: "practice" | "client";
                                label: string;
                                /** Format: uuid */
                                locationId: string;
                                state: string;
                                /** @description What a session there comes to; null where it is not billable, no rate is known, or money is not yours to see */
                                worth: {
                                    clientCents: number;
                                    codes: string[];
                                    /** @description Whether the codes are those of their last session; else the most frequent */
                                    isLikeLastTime: boolean;
                                    providerCents: number;
                                } | null;
                            }[];
                            plan: {
                                memberId: string;
                                name: string;
                                payerName: string;
                            } | null;
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
    "/api/practices/{practiceId}/clients/{personId}/card-photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The pictures of a client’s insurance card */
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
                            contentType: string;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            side: "front" | "back";
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
    "/api/practices/{practiceId}/clients/{personId}/card-photos/{photoId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a client’s insurance card */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    photoId: string;
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
                    content?: never;
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
    "/api/practices/{practiceId}/clients/{personId}/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who in the network can see this client there */
        get: {
            parameters: {
                query: {
                    countyFips?: string;
                    on?: string;
                    state: string;
                };
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
                            /** @description Where the boards that license the clinician’s family are listed, and the licence’s title there */
                            board: {
                                name: string;
                                title: string | null;
                                url: string;
                            } | null;
                            colleagues: {
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
                                    words: string;
                                };
                                family: string;
                                isOwnPractice: boolean;
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                                practiceName: string;
                            }[];
                            /** @description What is known of practising there for a while: to check with the board, nothing is decided by it */
                            temporary: {
                                /** @enum {string} */
                                certainty: "certain" | "likely" | "to_verify";
                                days: number | null;
                                families: string[];
                                how: string;
                                note: string | null;
                                per: string | null;
                                source: string;
                                state: string;
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
    "/api/practices/{practiceId}/clients/{personId}/counties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counties to choose from for a new address */
        get: {
            parameters: {
                query: {
                    on?: string;
                    state: string;
                    zip: string;
                };
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
                            /** @description To choose from; empty where the ZIP code says enough for the client’s plan */
                            counties: {
                                fips: string;
                                name: string;
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
    "/api/practices/{practiceId}/clients/{personId}/coverage-check-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks that a client’s insurance be checked now */
        post: {
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
    "/api/practices/{practiceId}/clients/{personId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the client said to being added */
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
                            /** @description null: not added by e-mail */
                            invitation: ("waiting" | "accepted" | "declined") | null;
                            /** @description How the letters of an invitation that waits stand */
                            waiting: {
                                email: string;
                                lastLetterAt: string | null;
                                letters: number;
                                /** @description now, never, or the moment from which another letter may go */
                                nextFrom: string;
                            } | null;
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
    "/api/practices/{practiceId}/clients/{personId}/invitation-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the invitation again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": Record<string, never>;
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
                            email: string;
                            lastLetterAt: string | null;
                            letters: number;
                            /** @description now, never, or the moment from which another letter may go */
                            nextFrom: string;
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
    "/api/practices/{practiceId}/clients/{personId}/location-effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which planned sessions a new location, its end or its county would turn around; nothing is recorded */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        change: {
                            countyFips: string | null;
                            from: string;
                            /** @enum {string} */
                            kind: "new_place";
                            lastDay: string | null;
                            state: string;
                            zip: string;
                        } | {
                            /** @enum {string} */
                            kind: "end_place";
                            lastDay: string;
                            /** Format: uuid */
                            locationId: string;
                        } | {
                            countyFips: string;
                            /** @enum {string} */
                            kind: "finding";
                            /** Format: uuid */
                            locationId: string;
                            servedBy: string | null;
                        };
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
                            /** @description How many turn; of a whole network only the first are listed */
                            count: number;
                            /** @description Of the place on its first day, at the earliest today; null for an end, and without a plan */
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
                                words: string;
                            } | null;
                            /** @description How many sessions were asked again */
                            looked: number;
                            turned: {
                                after: {
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
                                    words: string;
                                };
                                before: {
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
                                    words: string;
                                };
                                clientName: string;
                                clinicianName: string;
                                heldAfter: string | null;
                                /** @description Until when its claim is held; null where nobody knows, or it is not */
                                heldBefore: string | null;
                                isConfirmed: boolean;
                                serviceOn: string;
                                /** Format: uuid */
                                sessionId: string;
                            }[];
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
    "/api/practices/{practiceId}/clients/{personId}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New location */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        city: string;
                        countyFips?: string | null;
                        /** @description The first day on which the client may be there */
                        from: string;
                        label: string;
                        /** @description The last one, where it is known: a holiday, a stay */
                        lastDay: string | null;
                        state: string;
                        street: string;
                        zip: string;
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
    "/api/practices/{practiceId}/clients/{personId}/locations/{locationId}/county": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The county of a client’s place */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    locationId: string;
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
                            counties: {
                                fips: string;
                                name: string;
                                /** @description The Blue plans that share the county, each with the part that it holds */
                                shares: {
                                    id: string;
                                    name: string;
                                    rule: string;
                                }[];
                            }[];
                            countyFips: string | null;
                            findings: {
                                at: string;
                                by: string;
                                countyName: string;
                                servedBy: string | null;
                                source: string;
                            }[];
                            label: string;
                            /** Format: uuid */
                            locationId: string;
                            servedBy: string | null;
                            state: string;
                            stateName: string;
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
    "/api/practices/{practiceId}/clients/{personId}/locations/{locationId}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The last day of a location */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    locationId: string;
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lastDay: string;
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
    "/api/practices/{practiceId}/clients/{personId}/locations/{locationId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says in which county a client’s place lies, and who serves it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    locationId: string;
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        countyFips: string;
                        /** @description The Blue plan that serves the address, where several share it */
                        servedBy: string | null;
                        /** @description On whose word: a map, a call to the plan */
                        source: string;
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
    "/api/practices/{practiceId}/clients/{personId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed notes about a client */
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
                            addenda: number;
                            begins: string;
                            /** Format: uuid */
                            sessionId: string;
                            signedAt: string;
                            signedBy: string;
                            startsAt: string;
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
    "/api/practices/{practiceId}/clients/{personId}/transfer-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a colleague could bill this client, and what their calendar says */
        get: {
            parameters: {
                query: {
                    /** @description Whose list they leave, where they are on several */
                    fromMemberId?: string;
                    toMemberId: string;
                };
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
                            from: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            };
                            places: {
                                city: string | null;
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
                                /** @enum {string} */
                                kind: "practice" | "client";
                                label: string;
                                /** Format: uuid */
                                locationId: string;
                                state: string;
                            }[];
                            planName: string | null;
                            sessions: {
                                conflicts: {
                                    code: string;
                                    isRefused: boolean;
                                    words: string;
                                }[];
                                endsAt: string;
                                /** Format: uuid */
                                sessionId: string;
                                startsAt: string;
                            }[];
                            to: {
                                /** Format: uuid */
                                memberId: string;
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
    "/api/practices/{practiceId}/clients/{personId}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a client to a colleague with the sessions to come */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description Whose list they leave, where they are on several
                         */
                        fromMemberId?: string;
                        /**
                         * @description Sessions whose time the colleague has given away stay where they are, instead of stopping the whole
                         * @default false
                         */
                        leaveConflicting?: boolean;
                        /** Format: uuid */
                        toMemberId: string;
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
                            /** @description Sessions that stayed with the former clinician */
                            left: number;
                            /** @description Sessions to come that went along */
                            moved: number;
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
    "/api/practices/{practiceId}/clients/{personId}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** In which states a client could be seen on a day */
        get: {
            parameters: {
                query?: {
                    countyFips?: string;
                    memberId?: string;
                    on?: string;
                };
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
                            announced: {
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
                                    words: string;
                                };
                                from: string;
                                label: string;
                                /** Format: uuid */
                                locationId: string;
                                /** @description How many sessions are planned on its days */
                                sessionsThen: number;
                                state: string;
                                stateName: string;
                                until: string | null;
                            }[];
                            clinician: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            };
                            on: string;
                            planName: string;
                            states: {
                                /** @description Where Blue plans differ within the state: the counties that may be asked about */
                                counties: {
                                    fips: string;
                                    name: string;
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
                                    words: string;
                                };
                                state: string;
                                stateName: string;
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
    "/api/practices/{practiceId}/credential-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Credentials that were asked for and are not applied for yet */
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
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            memberId: string;
                            networkId: string;
                            networkName: string;
                            state: string;
                            stateName: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Asks for a credential */
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
                        /** Format: uuid */
                        memberId: string;
                        networkId: string;
                        state: string;
                        /** @default null */
                        words?: string | null;
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
                            askedAt: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            memberId: string;
                            networkId: string;
                            networkName: string;
                            state: string;
                            stateName: string;
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
    "/api/practices/{practiceId}/credentialing-effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which sessions a change of one’s own virtual networks would turn around; nothing is recorded */
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
                        change: {
                            from: string;
                            /** @enum {string} */
                            kind: "opt_in";
                            networkId: string;
                            state: string;
                        } | {
                            /** @enum {string} */
                            kind: "opt_out";
                            /** Format: uuid */
                            optInId: string;
                            until: string;
                        };
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
                            /** @description How many turn; of a whole network only the first are listed */
                            count: number;
                            /** @description How many sessions were asked again */
                            looked: number;
                            turned: {
                                after: {
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
                                    words: string;
                                };
                                before: {
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
                                    words: string;
                                };
                                clientName: string;
                                clinicianName: string;
                                heldAfter: string | null;
                                /** @description Until when its claim is held; null where nobody knows, or it is not */
                                heldBefore: string | null;
                                isConfirmed: boolean;
                                serviceOn: string;
                                /** Format: uuid */
                                sessionId: string;
                            }[];
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
    "/api/practices/{practiceId}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would be deleted of your own profile */
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
                            /** @description Within how many days a request is answered */
                            answerDays: number;
                            backups: string;
                            barriers: {
                                cents: number | null;
                                count: number | null;
                                on: string | null;
                                /** @enum {string} */
                                reason: "session_upcoming" | "balance_open" | "visit_open" | "owner_stays" | "removal_not_yet";
                                words: string;
                            }[];
                            latest: {
                                /** @description YYYY-MM-DD */
                                answerBy: string;
                                askedAt: string;
                                endedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "asked" | "approved" | "withdrawn" | "declined" | "carried_out" | "final_proposed" | "final_approved" | "final_carried_out";
                                words: string | null;
                            } | null;
                            lines: {
                                certainty: ("known" | "likely" | "to_verify") | null;
                                /** @description How many there are of what goes; null: not counted */
                                count: number | null;
                                /** @enum {string} */
                                fate: "now" | "kept" | "serves_others";
                                /** @description No rule of the state is known, so the longest of all states counts */
                                isLongestOfAll: boolean;
                                /** @enum {string} */
                                record: "login" | "contact" | "letters" | "card_photos" | "cards" | "video_room" | "insurance" | "forms" | "care" | "money" | "looks" | "request";
                                source: string | null;
                                /** @description The first day on which it may go */
                                until: string | null;
                                what: string;
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
    "/api/practices/{practiceId}/deletion-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for deletion of your own profile */
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
                        /** @default null */
                        words?: string | null;
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
    "/api/practices/{practiceId}/deletion-requests/{requestId}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the request back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            done: true;
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
    "/api/practices/{practiceId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The papers that we ask for */
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
                            document: {
                                at: string;
                                contentType: string;
                                endsOn: string | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            ends: boolean;
                            endsOn: string | null;
                            /** @enum {string} */
                            kind: "licence" | "malpractice" | "w9" | "bank_proof";
                            memberId: string | null;
                            memberName: string | null;
                            /** @enum {string} */
                            state: "missing" | "waits" | "accepted" | "ends_soon" | "ended" | "asked_again";
                            waiting: {
                                at: string;
                                contentType: string;
                                endsOn: string | null;
                                /** Format: uuid */
                                id: string;
                            } | null;
                            words: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Send a paper */
        post: {
            parameters: {
                query: {
                    /** @description The last day on which it is in force */
                    endsOn?: string;
                    kind: "licence" | "malpractice" | "w9" | "bank_proof";
                    /** @description Whose it is, where it is a clinician’s */
                    memberId?: string;
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
    "/api/practices/{practiceId}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A paper as it was sent */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    documentId: string;
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
                    content?: never;
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
    "/api/practices/{practiceId}/export.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything of this practice */
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
                    content?: never;
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
                query?: {
                    /** @description One clinician of a group; else everyone */
                    clinician?: string;
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
                            /** @description The last four digits of the account it goes to */
                            accountEnds: string | null;
                            needsYou: {
                                kind: string;
                                lacks: string[];
                                personId: string | null;
                                readiness: {
                                    /** @enum {string} */
                                    coverage: "active" | "inactive" | "unverified" | "asked_again" | "none";
                                    email: boolean;
                                    forms: boolean;
                                    insurance: boolean;
                                    paymentMethod: boolean;
                                } | null;
                                sessionId: string | null;
                                startsAt: string | null;
                                title: string;
                                words: string;
                            }[];
                            nextPayout: {
                                cents: number;
                                lines: number;
                                payOn: string;
                                settlesOn: string;
                            } | null;
                            now: string;
                            /** @description The payout that sessions confirmed today go into, as it stands */
                            thisWindow: {
                                cents: number;
                                lines: number;
                                settlesOn: string;
                            } | null;
                            toConfirm: {
                                cancellation: {
                                    /** @description UTC */
                                    at: string;
                                    /** @enum {string} */
                                    initiator: "client" | "practice";
                                    /** @enum {string} */
                                    kind: "cancelled" | "no_show";
                                    reason: string;
                                } | null;
                                clientName: string;
                                clinicianName: string;
                                /** @description The last day, in the operator’s zone */
                                confirmBy: string;
                                confirmedAt: string | null;
                                /** @description UTC */
                                endsAt: string;
                                /** Format: uuid */
                                id: string;
                                /** @description What the last session with this client was paid */
                                lastPaidCents: number | null;
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
                                state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided" | "cancelled" | "no_show";
                                /** @description Of the plan; name it when you move or cancel the session */
                                version: number;
                            }[];
                            today: {
                                cancellation: {
                                    /** @description UTC */
                                    at: string;
                                    /** @enum {string} */
                                    initiator: "client" | "practice";
                                    /** @enum {string} */
                                    kind: "cancelled" | "no_show";
                                    reason: string;
                                } | null;
                                clientName: string;
                                clinicianName: string;
                                confirmedAt: string | null;
                                /** @description UTC */
                                endsAt: string;
                                /** Format: uuid */
                                id: string;
                                /** @description The room of a virtual session that is not over */
                                joinUrl: string | null;
                                /** Format: uuid */
                                memberId: string;
                                /** @enum {string} */
                                modality: "telehealth" | "in_person";
                                payOn: string | null;
                                /** Format: uuid */
                                personId: string;
                                providerCents: number | null;
                                /** @description UTC */
                                startsAt: string;
                                /** @enum {string} */
                                state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided" | "cancelled" | "no_show";
                                /** @description Of the plan; name it when you move or cancel the session */
                                version: number;
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
    "/api/practices/{practiceId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files that were brought */
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
                            /** Format: uuid */
                            id: string;
                            importedAt: string | null;
                            name: string;
                            undoneAt: string | null;
                            uploadedAt: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Upload a CSV and see what it would bring */
        post: {
            parameters: {
                query: {
                    /** @description On whose list the clients go where a line names nobody */
                    memberId: string;
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
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            preview: {
                                columns: {
                                    column: number;
                                    field: ("givenName" | "familyName" | "name" | "preferredName" | "email" | "phone" | "dateOfBirth" | "sex" | "street" | "city" | "state" | "zip" | "clinician" | "plan" | "memberId" | "groupNumber" | "copay" | "date" | "startsAt" | "endsAt" | "minutes" | "place") | null;
                                    title: string;
                                }[];
                                counts: {
                                    appointments: number;
                                    knownClients: number;
                                    lines: number;
                                    newClients: number;
                                    pastAppointments: number;
                                    plans: number;
                                };
                                errors: {
                                    /** @enum {string} */
                                    code: "name_missing" | "client_not_told_apart" | "email_wrong" | "date_of_birth_wrong" | "phone_wrong" | "state_wrong" | "zip_wrong" | "copay_wrong" | "plan_missing" | "date_wrong" | "time_wrong" | "length_wrong" | "formula" | "cells_beyond_columns";
                                    column: string | null;
                                    line: number;
                                    words: string;
                                }[];
                                rows: {
                                    appointment: {
                                        at: string;
                                        isPast: boolean;
                                        on: string;
                                    } | null;
                                    /** @enum {string} */
                                    client: "new" | "known" | "twice_in_file";
                                    line: number;
                                    name: string;
                                    plan: ("listed" | "not_listed") | null;
                                }[];
                            };
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
    "/api/practices/{practiceId}/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a file would bring now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    importId: string;
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
                            columns: {
                                column: number;
                                field: ("givenName" | "familyName" | "name" | "preferredName" | "email" | "phone" | "dateOfBirth" | "sex" | "street" | "city" | "state" | "zip" | "clinician" | "plan" | "memberId" | "groupNumber" | "copay" | "date" | "startsAt" | "endsAt" | "minutes" | "place") | null;
                                title: string;
                            }[];
                            counts: {
                                appointments: number;
                                knownClients: number;
                                lines: number;
                                newClients: number;
                                pastAppointments: number;
                                plans: number;
                            };
                            errors: {
                                /** @enum {string} */
                                code: "name_missing" | "client_not_told_apart" | "email_wrong" | "date_of_birth_wrong" | "phone_wrong" | "state_wrong" | "zip_wrong" | "copay_wrong" | "plan_missing" | "date_wrong" | "time_wrong" | "length_wrong" | "formula" | "cells_beyond_columns";
                                column: string | null;
                                line: number;
                                words: string;
                            }[];
                            rows: {
                                appointment: {
                                    at: string;
                                    isPast: boolean;
                                    on: string;
                                } | null;
                                /** @enum {string} */
                                client: "new" | "known" | "twice_in_file";
                                line: number;
                                name: string;
                                plan: ("listed" | "not_listed") | null;
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
    "/api/practices/{practiceId}/imports/{importId}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import it, as one act */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    importId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            clients: number;
                            left: {
                                /** @enum {string} */
                                code: "name_missing" | "client_not_told_apart" | "email_wrong" | "date_of_birth_wrong" | "phone_wrong" | "state_wrong" | "zip_wrong" | "copay_wrong" | "plan_missing" | "date_wrong" | "time_wrong" | "length_wrong" | "formula" | "cells_beyond_columns";
                                column: string | null;
                                line: number;
                                words: string;
                            }[];
                            policies: number;
                            sessions: number;
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
    "/api/practices/{practiceId}/imports/{importId}/undos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it back while nobody has used it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    importId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            count: number;
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
    "/api/practices/{practiceId}/insurance-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a clinician may practise and bill, and what is under way */
        get: {
            parameters: {
                query?: {
                    memberId?: string;
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
                            authorities: {
                                from: string;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "license" | "compact_privilege" | "temporary_permit";
                                /** @enum {string} */
                                standing: "in_force" | "to_come" | "ended";
                                state: string;
                                stateName: string;
                                title: string | null;
                                until: string | null;
                            }[];
                            board: {
                                name: string;
                                url: string;
                            } | null;
                            compacts: {
                                compactId: string;
                                name: string;
                                privilege: string;
                                source: string;
                                states: string[];
                            }[];
                            /** @description Whether whoever asks may opt in: clinicians do so themselves */
                            isOwn: boolean;
                            member: {
                                family: string;
                                familyLabel: string;
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            };
                            members: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            }[];
                            networks: {
                                from: string | null;
                                /** Format: uuid */
                                id: string;
                                networkId: string;
                                networkName: string;
                                payerReady: string | null;
                                /** @enum {string} */
                                standing: "in_force" | "held" | "pending" | "to_come" | "ended" | "no_authority" | "not_at_home";
                                state: string;
                                stateName: string;
                                until: string | null;
                                /** @enum {string} */
                                via: "direct" | "virtual_network";
                                words: string;
                            }[];
                            virtual: {
                                doesNotOpen: string;
                                from: string | null;
                                leadDays: number;
                                networkId: string;
                                networkName: string;
                                opens: string;
                                optInId: string | null;
                                /** @enum {string} */
                                standing: "opted_in" | "may_opt_in" | "no_authority";
                                state: string;
                                stateName: string;
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
        /** Add a place */
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
                        city: string;
                        from: string;
                        label: string;
                        state: string;
                        street: string;
                        zip: string;
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
    "/api/practices/{practiceId}/locations/{locationId}/county": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The county of a practice’s place */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    locationId: string;
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
                            counties: {
                                fips: string;
                                name: string;
                                /** @description The Blue plans that share the county, each with the part that it holds */
                                shares: {
                                    id: string;
                                    name: string;
                                    rule: string;
                                }[];
                            }[];
                            countyFips: string | null;
                            findings: {
                                at: string;
                                by: string;
                                countyName: string;
                                servedBy: string | null;
                                source: string;
                            }[];
                            label: string;
                            /** Format: uuid */
                            locationId: string;
                            servedBy: string | null;
                            state: string;
                            stateName: string;
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
    "/api/practices/{practiceId}/locations/{locationId}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a place */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    locationId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        lastDay: string;
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
    "/api/practices/{practiceId}/locations/{locationId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says in which county a practice’s place lies */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    locationId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        countyFips: string;
                        /** @description The Blue plan that serves the address, where several share it */
                        servedBy: string | null;
                        /** @description On whose word: a map, a call to the plan */
                        source: string;
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
                            /**
                             * @description The first of their roles
                             * @enum {string}
                             */
                            role: "owner" | "admin" | "biller" | "scheduler" | "supervisor" | "clinician" | "operator_staff";
                            roles: ("owner" | "admin" | "biller" | "scheduler" | "supervisor" | "clinician")[];
                            /** @enum {string} */
                            standing: "active" | "archived" | "removed";
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
    "/api/practices/{practiceId}/members/{memberId}/calendar-feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Private calendar addresses */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
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
                            /** Format: uuid */
                            id: string;
                            recordedAt: string;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Open a private address; the browser makes the token, and only its hash is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
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
    "/api/practices/{practiceId}/members/{memberId}/calendar-feeds/{feedId}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    feedId: string;
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            closed: true;
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
    "/api/practices/{practiceId}/members/{memberId}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a clinician could see members of which plan on a day */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    memberId: string;
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
                            clinician: {
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                            };
                            on: string;
                            states: {
                                plans: {
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
                                        words: string;
                                    };
                                    planId: string;
                                    planName: string;
                                }[];
                                state: string;
                                stateName: string;
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
    "/api/practices/{practiceId}/members/{memberId}/working-hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Working hours */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
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
                            today: string;
                            weeks: {
                                blocks: {
                                    /** @enum {string} */
                                    place: "telehealth" | "in_person" | "either";
                                    starts: string;
                                    stops: string;
                                    /** @description 1 = Monday to 7 = Sunday */
                                    weekday: number;
                                }[];
                                /** Format: uuid */
                                id: string;
                                startsOn: string;
                            }[];
                            zone: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Set working hours */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        blocks: {
                            /** @enum {string} */
                            place: "telehealth" | "in_person" | "either";
                            starts: string;
                            stops: string;
                            /** @description 1 = Monday to 7 = Sunday */
                            weekday: number;
                        }[];
                        startsOn: string;
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
    "/api/practices/{practiceId}/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is still to do */
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
                            /** @enum {string} */
                            by: "you_say" | "we_see";
                            done: boolean;
                            /** @enum {string} */
                            step: "profile" | "licence" | "npi" | "malpractice_insurance" | "caqh" | "bank_account" | "agreement";
                            words: string | null;
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
    "/api/practices/{practiceId}/onboarding/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a step is done */
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
                        /** @enum {string} */
                        step: "profile" | "malpractice_insurance" | "caqh" | "agreement";
                        words: string;
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
                            done: true;
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
    "/api/practices/{practiceId}/operator-looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who at the operator opened what of this practice, and why */
        get: {
            parameters: {
                query?: {
                    before?: string;
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
                            more: boolean;
                            openings: {
                                at: string;
                                by: string;
                                clientName: string | null;
                                /** @enum {string} */
                                deed: "looked" | "wrote";
                                /** Format: uuid */
                                id: string;
                                /** @description null: looked at a claim or session with the record closed */
                                reason: string | null;
                                /** @enum {string} */
                                what: "account" | "insurance" | "card_photos" | "payment_methods" | "appointments" | "notes" | "session" | "what_if" | "claim" | "explanation" | "billing" | "opening" | "list" | "export" | "record";
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
    "/api/practices/{practiceId}/payments/{payoutId}/earnings.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Earnings by clinician */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payoutId: string;
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
                    content?: never;
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
    "/api/practices/{practiceId}/payments/{payoutId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The group’s report of a payout */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payoutId: string;
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
                            accountEnds: string | null;
                            /** @description The deposit; the rows add up to it, and so do the earnings */
                            cents: number;
                            earnings: {
                                cents: number;
                                clinicianName: string | null;
                                items: number;
                            }[];
                            lines: {
                                cents: number;
                                clientName: string | null;
                                clinicianName: string | null;
                                planName: string | null;
                                serviceOn: string | null;
                                state: string | null;
                                words: string;
                            }[];
                            settlesOn: string;
                            /** @enum {string} */
                            state: "sent" | "settled" | "returned";
                            trace: string;
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
    "/api/practices/{practiceId}/payments/{payoutId}/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payout as a table */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payoutId: string;
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
                    content?: never;
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
    "/api/practices/{practiceId}/payments/{payoutId}/statement.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A payout as a paper */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    payoutId: string;
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
                    content?: never;
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
    "/api/practices/{practiceId}/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every place of the practice, past ones too */
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
                            city: string;
                            from: string;
                            /** Format: uuid */
                            id: string;
                            label: string;
                            state: string;
                            street: string;
                            until: string | null;
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
                    client?: string;
                    clinician?: string;
                    /** @description The first day on the practice’s wall */
                    from?: string;
                    limit?: number;
                    offset?: number;
                    show?: "to_confirm" | "confirmed" | "all";
                    /** @description The last day */
                    to?: string;
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
                            cancellation: {
                                at: string;
                                /** @enum {string} */
                                initiator: "client" | "practice";
                                /** @enum {string} */
                                kind: "cancelled" | "no_show";
                                reason: string;
                            } | null;
                            clientName: string;
                            clinicianName: string;
                            /** @description The last day for confirming it, in the operator’s zone; null where none waits */
                            confirmBy: string | null;
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
                            state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided" | "cancelled" | "no_show";
                            /** @description Of the plan; name it when you move or cancel the session */
                            version: number;
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
                        /**
                         * @description The conflicts that you were told of and accept
                         * @default []
                         */
                        despite?: string[];
                        /** @description A moment with its offset, such as 2026-04-08T10:00:00-04:00 */
                        endsAt: string;
                        /** Format: uuid */
                        memberId: string;
                        /** @enum {string} */
                        modality: "telehealth" | "in_person";
                        /** Format: uuid */
                        personId: string;
                        /** @default null */
                        repeat?: {
                            /** @default null */
                            atMost?: number | null;
                            everyWeeks: number;
                            /** @default null */
                            lastOn?: string | null;
                            /** @default [] */
                            weekdays?: number[];
                        } | null;
                        /** @description A moment with its offset, such as 2026-04-08T10:00:00-04:00 */
                        startsAt: string;
                        /** @default false */
                        tellsClient?: boolean;
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
                            count: number;
                            /** Format: uuid */
                            id: string;
                            seriesId: string | null;
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
                            cancellation: {
                                /** @description UTC */
                                at: string;
                                /** @enum {string} */
                                initiator: "client" | "practice";
                                /** @enum {string} */
                                kind: "cancelled" | "no_show";
                                reason: string;
                            } | null;
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
                                clientCents: number | null;
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
                                /** @description Null to whoever sees no money */
                                payerCents: number | null;
                                /** @description YYYY-MM-DD */
                                payOn: string;
                                providerCents: number | null;
                                /** @description YYYY-MM-DD */
                                settlesOn: string;
                                /** @description UTC */
                                startedAt: string;
                                /** @description UTC */
                                stoppedAt: string;
                                version: number;
                            } | null;
                            confirmedAt: string | null;
                            /** @description What was written down of a crisis, for whoever may read notes */
                            crisis: {
                                disposition: string;
                                intervention: string;
                                people: string;
                                risk: string;
                            } | null;
                            /** @description UTC */
                            endsAt: string;
                            /** Format: uuid */
                            id: string;
                            lastDiagnoses: string[];
                            /** @description What the client’s last session with this clinician was confirmed as */
                            lastTime: {
                                codes: string[];
                                diagnoses: string[];
                                locationId: string | null;
                                /** @enum {string} */
                                modality: "telehealth" | "in_person";
                                /** @description YYYY-MM-DD */
                                serviceOn: string;
                            } | null;
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
                            /** @description How the compliance review of a crisis exception stands; pay never waits for it */
                            review: {
                                decidedAt: string | null;
                                /** @description UTC */
                                openedAt: string;
                                /** @enum {string} */
                                standing: "open" | "in_order" | "follow_up";
                                words: string | null;
                            } | null;
                            /** @description UTC */
                            startsAt: string;
                            /** @enum {string} */
                            state: "upcoming" | "to_confirm" | "confirmed" | "locked" | "lapsed" | "voided" | "cancelled" | "no_show";
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
                            /** @description Of the plan; name it when you move or cancel the session */
                            version: number;
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
    "/api/practices/{practiceId}/sessions/{sessionId}/appointment.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A session as a calendar file */
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
                    content?: never;
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
    "/api/practices/{practiceId}/sessions/{sessionId}/cancellation-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a cancellation costs */
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
                            fee: {
                                cents: number;
                                ended: ("forgiven" | "given_up") | null;
                                /** @enum {string} */
                                kind: "late_cancellation" | "no_show";
                                owedCents: number;
                                paidCents: number;
                                proposedCents: number;
                            } | null;
                            ifClientCancels: {
                                /** @enum {string} */
                                because: "late_cancellation" | "no_show" | "in_time" | "practice_cancelled" | "no_policy";
                                cents: number;
                            };
                            ifNoShow: {
                                /** @enum {string} */
                                because: "late_cancellation" | "no_show" | "in_time" | "practice_cancelled" | "no_policy";
                                cents: number;
                            };
                            lateCents: number | null;
                            noShowCents: number | null;
                            windowHours: number | null;
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
    "/api/practices/{practiceId}/sessions/{sessionId}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel it, or say that the client did not come */
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
                        /** @description Null: what the policy proposes; at most that; 0 waives it */
                        feeCents: number | null;
                        /** @enum {string} */
                        initiator: "client" | "practice";
                        /** @enum {string} */
                        kind: "cancelled" | "no_show";
                        reason: string;
                        /**
                         * @description With it the rest of its series
                         * @default this
                         * @enum {string}
                         */
                        scope?: "this" | "following" | "all";
                        /** @description The version of the plan that you saw */
                        version: number;
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
                            count: number;
                            feeCents: number;
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
    "/api/practices/{practiceId}/sessions/{sessionId}/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the client asks of a session */
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
                            askedAt: string;
                            /** @description What became of it, in words; null while it waits */
                            became: string | null;
                            /** @description What the client was told that cancelling costs */
                            feeCents: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "cancel" | "move";
                            /** @description In the client’s words */
                            message: string | null;
                            proposed: string[];
                            reason: string;
                            /** @enum {string} */
                            standing: "open" | "accepted" | "declined" | "taken_back" | "started" | "moved" | "over";
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
    "/api/practices/{practiceId}/sessions/{sessionId}/change-requests/{requestId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what the client asks, or decline it with words */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    requestId: string;
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "decline";
                        words: string;
                    } | {
                        /** @enum {string} */
                        answer: "accept";
                        /** @description The conflicts that you were told of and accept */
                        despite: string[];
                        /** @description Null: what the client was told; at most that; 0 waives it */
                        feeCents: number | null;
                        /** @description When you meet instead; null when it is called off */
                        startsAt: string | null;
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
                            feeCents: number | null;
                            /** @enum {string} */
                            standing: "accepted" | "declined";
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
                        /**
                         * @description What a session with 90839 or 90840 owes; each answer must say something
                         * @default null
                         */
                        crisis?: {
                            disposition: string;
                            intervention: string;
                            people: string;
                            risk: string;
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
                        /**
                         * @description What a session with 90839 or 90840 owes; each answer must say something
                         * @default null
                         */
                        crisis?: {
                            disposition: string;
                            intervention: string;
                            people: string;
                            risk: string;
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
    "/api/practices/{practiceId}/sessions/{sessionId}/fee-forgiveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forgive the cancellation fee */
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
                            forgiven: true;
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
    "/api/practices/{practiceId}/sessions/{sessionId}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a session, or with it the rest of its series */
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
                        /**
                         * @description The conflicts that you were told of and accept
                         * @default []
                         */
                        despite?: string[];
                        /** @description A moment with its offset, such as 2026-04-08T10:00:00-04:00 */
                        endsAt: string;
                        /** @enum {string} */
                        modality: "telehealth" | "in_person";
                        /**
                         * @default this
                         * @enum {string}
                         */
                        scope?: "this" | "following" | "all";
                        /** @description A moment with its offset, such as 2026-04-08T10:00:00-04:00 */
                        startsAt: string;
                        /** @description The version of the plan that you saw */
                        version: number;
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
                            count: number;
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
    "/api/practices/{practiceId}/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The team */
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
                            approvals: {
                                /** @description YYYY-MM-DD */
                                askedOn: string;
                                email: string;
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @description Whether the one who asks decides who owns and who administers */
                            decides: boolean;
                            /** @enum {string} */
                            kind: "solo" | "group";
                            members: {
                                by: string | null;
                                clinician: boolean;
                                /** @description The open invitation of a member who has no login */
                                invitation: {
                                    email: string;
                                    /** @enum {string} */
                                    state: "waiting" | "expired";
                                    /** @description YYYY-MM-DD */
                                    until: string;
                                } | null;
                                isYou: boolean;
                                licence: {
                                    family: string;
                                    number: string;
                                    state: string;
                                } | null;
                                /** Format: uuid */
                                memberId: string;
                                name: string;
                                npi: string | null;
                                roles: ("owner" | "admin" | "biller" | "scheduler" | "supervisor" | "clinician")[];
                                signsIn: boolean;
                                since: string | null;
                                /** @enum {string} */
                                standing: "active" | "archived" | "removed";
                                toConfirm: number;
                            }[];
                            practiceName: string;
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
    "/api/practices/{practiceId}/team/{memberId}/archivings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a provider, or reopen */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        archived: boolean;
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
                            done: true;
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
    "/api/practices/{practiceId}/team/{memberId}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
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
                            done: true;
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
    "/api/practices/{practiceId}/team/{memberId}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a provider can be removed for good */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
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
                            because: {
                                reason: string;
                                /** @description Not known: null */
                                until: string | null;
                                words: string;
                            }[];
                            /** @enum {string} */
                            outcome: "possible" | "not_yet";
                            possibleOn: string | null;
                            /** @description It was asked for before it was possible */
                            request: {
                                askedAt: string;
                                reason: string | null;
                            } | null;
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
    "/api/practices/{practiceId}/team/{memberId}/removal-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a removal before it is possible, or take that back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        deed: "asked";
                        reason: string;
                    } | {
                        /** @enum {string} */
                        deed: "taken_back";
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
                            done: true;
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
    "/api/practices/{practiceId}/team/{memberId}/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The deactivation form */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
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
                            done: true;
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
    "/api/practices/{practiceId}/team/{memberId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give or take a role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        change: "given" | "taken";
                        /** @enum {string} */
                        role: "owner" | "admin" | "biller" | "scheduler" | "supervisor" | "clinician";
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
                            done: true;
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
    "/api/practices/{practiceId}/team/{memberId}/second-factor-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a member’s second factor away, with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                    practiceId: string;
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
                            done: true;
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
    "/api/practices/{practiceId}/team/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite to the office */
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
                        email: string;
                        name: string;
                        roles: ("admin" | "biller" | "scheduler" | "supervisor")[];
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
                            memberId: string;
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
    "/api/practices/{practiceId}/team/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add provider */
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
                        email: string;
                        familyName: string;
                        givenName: string;
                        licenceFamily: string;
                        licenceNumber: string;
                        licenceState: string;
                        npi: string;
                        /** @description Whether they are invited to sign in themselves */
                        portalAccess: boolean;
                        residenceState: string;
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
                            memberId: string;
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
    "/api/practices/{practiceId}/telehealth-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rooms for virtual sessions */
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
                            /** Format: uuid */
                            memberId: string;
                            name: string;
                            url: string | null;
                        }[];
                    };
                };
            };
        };
        put?: never;
        /** Set the room for virtual sessions */
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
                        /** Format: uuid */
                        memberId: string;
                        /** @description Empty: there is no link any more */
                        url: string | "";
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
    "/api/practices/{practiceId}/unavailable-times": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Block a time */
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
                        /** Format: date-time */
                        endsAt: string;
                        /** Format: uuid */
                        memberId: string;
                        /** Format: date-time */
                        startsAt: string;
                        /** @description For your practice only; may be empty */
                        words: string;
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
    "/api/practices/{practiceId}/unavailable-times/{timeId}/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a blocked time back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    practiceId: string;
                    timeId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {boolean} */
                            removed: true;
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
    "/api/practices/{practiceId}/virtual-opt-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opts in to a virtual network from a day on */
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
                        from: string;
                        networkId: string;
                        state: string;
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
                            from: string;
                            /** Format: uuid */
                            id: string;
                            networkId: string;
                            payerReady: string;
                            state: string;
                            until: string | null;
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
    "/api/practices/{practiceId}/virtual-opt-ins/{optInId}/ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves a virtual network on a day */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    optInId: string;
                    practiceId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        until: string;
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
                            from: string;
                            /** Format: uuid */
                            id: string;
                            networkId: string;
                            payerReady: string;
                            state: string;
                            until: string | null;
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
    "/api/sessions/{sessionId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that explains a session: decision, payments, postings, files */
        get: {
            parameters: {
                query?: {
                    /** @description Why the operator’s staff look; they have to say it */
                    reason?: string;
                };
                header?: never;
                path: {
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
                            acknowledgements: {
                                /** @description YYYY-MM-DD */
                                on: string;
                                words: string;
                            }[];
                            /** @description Debits minus credits */
                            balances: {
                                account: string;
                                /** @description Whole cents */
                                cents: number;
                            }[];
                            /** @description Null while nothing has been confirmed */
                            decision: {
                                billing: {
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
                                /** @description UTC */
                                confirmedAt: string;
                                facts: {
                                    name: string;
                                    value: string;
                                }[];
                                /** @description Whether the rules of today give the same answer to the facts of then */
                                today: {
                                    isSame: boolean;
                                    words: string;
                                };
                                version: number;
                            } | null;
                            expected: {
                                isLate: boolean;
                                on: string | null;
                                words: string;
                            }[];
                            files: {
                                name: string;
                                /** @description YYYY-MM-DD */
                                on: string;
                                sha256: string;
                                what: string;
                            }[];
                            money: {
                                /** @description Whole cents */
                                absorbedCents: number;
                                /** @description Whole cents */
                                clientPaidCents: number;
                                /** @description Whole cents */
                                operatorKeptCents: number;
                                /** @description Whole cents */
                                owedCents: number;
                                /** @description Whole cents */
                                paidToYouCents: number;
                                /** @description Whole cents */
                                payerPaidCents: number;
                            };
                            payments: {
                                /** @description Whole cents */
                                cents: number;
                                from: string;
                                /** @description YYYY-MM-DD */
                                on: string;
                                to: string;
                            }[];
                            payouts: {
                                payout: {
                                    name: string;
                                    value: string;
                                }[];
                                postings: {
                                    causedBy: string;
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    lines: {
                                        /** @description Whole cents */
                                        cents: number;
                                        credit: string;
                                        debit: string;
                                    }[];
                                    /** @description YYYY-MM-DD */
                                    on: string;
                                    /** @description UTC */
                                    recordedAt: string;
                                    what: string;
                                }[];
                            }[];
                            postings: {
                                causedBy: string;
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                lines: {
                                    /** @description Whole cents */
                                    cents: number;
                                    credit: string;
                                    debit: string;
                                }[];
                                /** @description YYYY-MM-DD */
                                on: string;
                                /** @description UTC */
                                recordedAt: string;
                                what: string;
                            }[];
                            session: {
                                name: string;
                                value: string;
                            }[];
                            /** Format: uuid */
                            sessionId: string;
                            /** @description YYYY-MM-DD */
                            writtenOn: string;
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
    "/api/sessions/{sessionId}/explanation.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as a document */
        get: {
            parameters: {
                query?: {
                    /** @description Why the operator’s staff look; they have to say it */
                    reason?: string;
                };
                header?: never;
                path: {
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
                    content?: never;
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
    "/api/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign up as a client */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        dateOfBirth: string;
                        email: string;
                        familyName: string;
                        givenName: string;
                        /**
                         * @description Of the page, and so of its letter
                         * @default en
                         * @enum {string}
                         */
                        language?: "en" | "es";
                        password: string;
                        phone: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description Whether there is an account is said in the letter only
                             * @enum {boolean}
                             */
                            sent: true;
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
    "/api/sign-up/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm the address and sign in */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        token: string;
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
                            /** @enum {boolean} */
                            done: true;
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
    "/api/sign-up/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the letter again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * @description Whether there is an account is said in the letter only
                             * @enum {boolean}
                             */
                            sent: true;
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
    "/api/team-invitations/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a team */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        token: string;
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
                            email: string;
                            name: string;
                            /** Format: uuid */
                            practiceId: string;
                            practiceName: string;
                            roles: ("owner" | "admin" | "biller" | "scheduler" | "supervisor" | "clinician")[];
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
    "/api/team-invitations/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a link invites to */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
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
                            email: string;
                            name: string;
                            /** Format: uuid */
                            practiceId: string;
                            practiceName: string;
                            roles: ("owner" | "admin" | "biller" | "scheduler" | "supervisor" | "clinician")[];
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
