declare const brand: unique symbol;

/** A `T` that only code naming `Name` may produce: ids of different things cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Dense integer id of a template ("key" in the DeepLog paper): its index in the list of templates. */
export type LogKey = Brand<number, 'LogKey'>;

/** Index of a session in its {@link SessionTable}. */
export type SessionIndex = Brand<number, 'SessionIndex'>;
