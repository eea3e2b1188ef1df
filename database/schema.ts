// Written by database/generate.ts from the migrated database; never by hand.

export interface Database {}
