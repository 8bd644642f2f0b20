console.log(new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(1234.5));
console.log(new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC' }).format(new Date(0)), ['ä', 'z', 'a'].sort(new Intl.Collator('de').compare));
console.log(new Intl.PluralRules('en').select(1), new Intl.ListFormat('en').format(['a', 'b', 'c']));
