// What console.table prints, in Node's frame.
'use strict';
(function ({ part }) {
  const { inspect, getStringWidth } = part('inspect');
  const { isMap, isMapIterator, isSet, isSetIterator, isTypedArray } = part('types');
  const shown = (value) => {
    const depth = value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0;
    return inspect(value, { maxArrayLength: 3, breakLength: Infinity, depth });
  };

  const drawn = (head, columns) => {
    const rowCount = columns.reduce((most, column) => Math.max(most, column.length), 0);
    const rows = Array.from({ length: rowCount }, (_, row) =>
      columns.map((column) => (Object.hasOwn(column, row) ? column[row] : '')),
    );
    const widths = head.map(
      (title, at) => 2 + Math.max(getStringWidth(title), ...rows.map((row) => getStringWidth(row[at]))),
    );
    const line = (left, middle, right) => left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
    const cells = (row) =>
      `│${row
        .map((cell, at) => ` ${cell}${' '.repeat(widths[at] - getStringWidth(cell) - 1)}`)
        .join('│')}│`;
    return [line('┌', '┬', '┐'), cells(head), line('├', '┼', '┤'), ...rows.map(cells), line('└', '┴', '┘')].join('\n');
  };

  const INDEX = '(index)';
  const ITERATION = '(iteration index)';
  const VALUES = 'Values';
  const numbers = (length) => Array.from({ length }, (_, index) => `${index}`);

  return (data, only) => {
    if (only !== undefined && !Array.isArray(only)) {
      throw part('errors').invalidArgument('properties', 'an instance of Array', only);
    }
    if (isMap(data) || isMapIterator(data)) {
      const entries = isMap(data) ? [...data] : [...data].map((entry) => (Array.isArray(entry) ? entry : [entry, undefined]));
      if (isMap(data) || entries.every(([, value]) => value !== undefined)) {
        const keys = entries.map(([key]) => shown(key));
        const values = entries.map(([, value]) => shown(value));
        return drawn([ITERATION, 'Key', VALUES], [numbers(entries.length), keys, values]);
      }
      return drawn([ITERATION, VALUES], [numbers(entries.length), entries.map(([key]) => shown(key))]);
    }
    if (isSet(data) || isSetIterator(data)) {
      const values = [...data].map(shown);
      return drawn([ITERATION, VALUES], [numbers(values.length), values]);
    }

    const columns = new Map((only ?? []).map((name) => [`${name}`, []]));
    const primitives = [];
    const index = Object.keys(data);
    index.forEach((key, row) => {
      const item = data[key];
      const primitive = item === null || (typeof item !== 'function' && typeof item !== 'object');
      if (primitive) {
        primitives[row] = shown(item);
        return;
      }
      for (const name of only ?? Object.keys(item)) {
        if (!columns.has(`${name}`)) {
          columns.set(`${name}`, []);
        }
        if (Object.hasOwn(item, name)) {
          columns.get(`${name}`)[row] = shown(item[name]);
        }
      }
    });
    const padded = [...columns.values()].map((column) => Object.assign(new Array(index.length).fill(''), column));
    const head = [INDEX, ...columns.keys()];
    if (primitives.length > 0) {
      return drawn([...head, VALUES], [index, ...padded, primitives]);
    }
    return drawn(head, [index, ...padded]);
  };
});
