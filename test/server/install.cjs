// Installs the database that the processes of a whole run start from (HX_TEST_DATABASE), and ends.
const { prepare } = require('./boot.cjs');

prepare()
  .then(({ remove }) => remove())
  .then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
