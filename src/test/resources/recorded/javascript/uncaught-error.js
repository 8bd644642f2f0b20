console.log('before');
throw new RangeError('it broke');
