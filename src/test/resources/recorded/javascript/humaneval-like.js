const hasCloseElements = (numbers, threshold) => {
  for (let i = 0; i < numbers.length; i++) {
    for (let j = 0; j < numbers.length; j++) {
      if (i != j && Math.abs(numbers[i] - numbers[j]) < threshold) return true;
    }
  }
  return false;
};
console.assert(hasCloseElements([1.0, 2.0, 3.9, 4.0, 5.0, 2.2], 0.3) === true);
console.assert(hasCloseElements([1.0, 2.0, 3.9], 0.05) === true, 'deliberately wrong');
