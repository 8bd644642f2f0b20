// What kind of object a value is, asked of the object itself where it can tell; util.types is these.
'use strict';
(function ({ part }) {
  const tagOf = Object.prototype.toString;
  const { getPrototypeOf } = Object;
  const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
  const isObject = (value) => value !== null && typeof value === 'object';
  // Whether a method of the language, which looks at the kind first, accepts it.
  const accepts = (method, ...args) => (value) => {
    if (!isObject(value)) {
      return false;
    }
    try {
      Reflect.apply(method, value, args);
      return true;
    } catch {
      return false;
    }
  };
  const typedArrayTag = getter(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);
  const isTypedArray = (value) => isObject(value) && Reflect.apply(typedArrayTag, value, []) !== undefined;
  const typedArrays = Object.fromEntries(
    [
      'Uint8Array',
      'Uint8ClampedArray',
      'Uint16Array',
      'Uint32Array',
      'Int8Array',
      'Int16Array',
      'Int32Array',
      'Float32Array',
      'Float64Array',
      'BigInt64Array',
      'BigUint64Array',
    ].map((name) => [`is${name}`, (value) => isObject(value) && Reflect.apply(typedArrayTag, value, []) === name]),
  );
  const boxed = (Type) => accepts(Type.prototype.valueOf);
  const isNumberObject = boxed(Number);
  const isStringObject = boxed(String);
  const isBooleanObject = boxed(Boolean);
  const isBigIntObject = boxed(BigInt);
  const isSymbolObject = boxed(Symbol);
  const isArrayBuffer = accepts(getter(ArrayBuffer.prototype, 'byteLength'));
  const isSharedArrayBuffer =
    typeof SharedArrayBuffer === 'function' ? accepts(getter(SharedArrayBuffer.prototype, 'byteLength')) : () => false;
  const inherits = (Type) => (value) => isObject(value) && value instanceof Type;
  const tagged = (tag) => (value) => isObject(value) && tagOf.call(value) === `[object ${tag}]`;
  const functionOf = (prototype) => (value) => typeof value === 'function' && getPrototypeOf(value) === prototype;
  const asynchronous = functionOf(getPrototypeOf(async () => {}));
  const generator = functionOf(getPrototypeOf(function* () {}));
  const asynchronousGenerator = functionOf(getPrototypeOf(async function* () {}));

  return {
    isAnyArrayBuffer: (value) => isArrayBuffer(value) || isSharedArrayBuffer(value),
    isArgumentsObject: tagged('Arguments'),
    isArrayBuffer,
    isArrayBufferView: ArrayBuffer.isView,
    isAsyncFunction: (value) => asynchronous(value) || asynchronousGenerator(value),
    isBigIntObject,
    isBooleanObject,
    isBoxedPrimitive: (value) =>
      isNumberObject(value) || isStringObject(value) || isBooleanObject(value) || isBigIntObject(value) || isSymbolObject(value),
    isDataView: accepts(getter(DataView.prototype, 'byteLength')),
    isDate: accepts(Date.prototype.getTime),
    isExternal: () => false,
    isGeneratorFunction: (value) => generator(value) || asynchronousGenerator(value),
    isGeneratorObject: tagged('Generator'),
    isMap: accepts(getter(Map.prototype, 'size')),
    isMapIterator: tagged('Map Iterator'),
    isModuleNamespaceObject: tagged('Module'),
    isNativeError: inherits(Error),
    isNumberObject,
    isPromise: inherits(Promise),
    isProxy: (value) => part('proxy').details(value) !== undefined,
    isRegExp: accepts(getter(RegExp.prototype, 'hasIndices')),
    isSet: accepts(getter(Set.prototype, 'size')),
    isSetIterator: tagged('Set Iterator'),
    isSharedArrayBuffer,
    isStringObject,
    isSymbolObject,
    isTypedArray,
    ...typedArrays,
    isWeakMap: accepts(WeakMap.prototype.has, {}),
    isWeakSet: accepts(WeakSet.prototype.has, {}),
  };
});
