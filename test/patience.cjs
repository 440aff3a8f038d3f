/** A shared machine may stand still for seconds; what never comes still ends a test, before its own end does. */
require('@testing-library/preact').configure({ asyncUtilTimeout: 30_000 });
