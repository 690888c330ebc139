package leakdetection.infrastructure.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.expressions.ExpressionSQLPrinter;
import org.eclipse.persistence.internal.expressions.SQLSelectStatement;
import org.eclipse.persistence.platform.database.DatabasePlatform;
import org.eclipse.persistence.queries.ReadQuery;
import org.eclipse.persistence.queries.ValueReadQuery;

/**
 * SQLite's dialect for EclipseLink, which brings none: keys that the database gives out, and pages
 * read with LIMIT and OFFSET.
 *
 * <p>EclipseLink creates one for each persistence unit, by the name in {@code persistence.xml}.
 */
public class SqlitePlatform extends DatabasePlatform {

  private static final long serialVersionUID = 1L;

  /** Creates the dialect. */
  public SqlitePlatform() {
    // EclipseLink wants a public constructor without arguments.
  }

  @Override
  public boolean supportsIdentity() {
    return true;
  }

  @Override
  public ValueReadQuery buildSelectQueryForIdentity() {
    ValueReadQuery query = new ValueReadQuery();
    query.setSQLString("SELECT last_insert_rowid()");
    return query;
  }

  @Override
  public void printFieldIdentityClause(Writer writer) {
    try {
      writer.write(" PRIMARY KEY AUTOINCREMENT");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns nothing: SQLite locks the whole database for the one that writes. */
  @Override
  public String getSelectForUpdateString() {
    return "";
  }

  /** Returns nothing: SQLite locks the whole database for the one that writes. */
  @Override
  public String getSelectForUpdateNoWaitString() {
    return "";
  }

  /** Returns the number of rows in the page, because OFFSET is given beside it. */
  @Override
  public int computeMaxRowsForSQL(int firstResult, int maxRows) {
    return maxRows - Math.max(firstResult, 0);
  }

  @Override
  public void printSQLSelectStatement(
      DatabaseCall call, ExpressionSQLPrinter printer, SQLSelectStatement statement) {
    ReadQuery query = statement.getQuery();
    int first = query == null ? 0 : query.getFirstResult();
    int max = query == null ? 0 : query.getMaxRows();
    if (first <= 0 && max <= 0) {
      super.printSQLSelectStatement(call, printer, statement);
      return;
    }
    statement.setUseUniqueFieldAliases(true);
    call.setFields(statement.printSQL(printer));
    printPage(printer, max);
    call.setIgnoreFirstRowSetting(true);
    call.setIgnoreMaxResultsSetting(true);
  }

  private static void printPage(ExpressionSQLPrinter printer, int max) {
    printer.printString(" LIMIT ");
    if (max > 0) {
      printer.printParameter(DatabaseCall.MAXROW_FIELD);
    } else {
      printer.printString("-1");
    }
    printer.printString(" OFFSET ");
    printer.printParameter(DatabaseCall.FIRSTRESULT_FIELD);
  }
}
