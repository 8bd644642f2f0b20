// expect: THREW
(function down() { return down() + 1; })();
