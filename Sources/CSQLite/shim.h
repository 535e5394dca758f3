#include <sqlite3.h>

/// Makes a name in double quotes an error where no column has it, instead of a text. `sqlite3_db_config` takes a
/// variable number of arguments, which Swift cannot call.
static inline void csqlite_refuse_double_quoted_texts(sqlite3 *connection) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
}
