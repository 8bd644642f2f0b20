// Starves its own event loop.
const again = () => queueMicrotask(again);
again();
