const d = new Date(Date.UTC(2024, 1, 29, 12, 30, 15, 5));
console.log(d.toISOString(), d.getTime(), d.toJSON(), d.getUTCDay(), new Date('2024-02-30T00:00:00Z').getTime());
console.log(new Date(NaN).getTime(), Date.parse('2020-01-01T00:00:00Z'), d);
console.log(d.toLocaleDateString('en-US', { timeZone: 'UTC' }));
