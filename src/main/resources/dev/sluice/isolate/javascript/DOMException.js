// The exception of the Web's APIs.
'use strict';
(function () {
  const CODES = {
    IndexSizeError: 1,
    NotFoundError: 8,
    NotSupportedError: 9,
    InvalidStateError: 11,
    SyntaxError: 12,
    InvalidAccessError: 15,
    TypeMismatchError: 17,
    InvalidCharacterError: 5,
    AbortError: 20,
    QuotaExceededError: 22,
    TimeoutError: 23,
    DataCloneError: 25,
  };
  return class DOMException extends Error {
    #name;

    constructor(message = '', options = 'Error') {
      const name = typeof options === 'object' && options !== null ? (options.name ?? 'Error') : options;
      super(message, options?.cause === undefined ? undefined : { cause: options.cause });
      this.#name = `${name}`;
      Error.captureStackTrace(this, DOMException);
    }

    get name() {
      return #name in this ? this.#name : 'Error';
    }

    get code() {
      return CODES[this.name] ?? 0;
    }

    get [Symbol.toStringTag]() {
      return 'DOMException';
    }
  };
});
