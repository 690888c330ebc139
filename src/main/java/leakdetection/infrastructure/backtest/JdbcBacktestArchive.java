package leakdetection.infrastructure.backtest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import leakdetection.application.backtest.BacktestArchive;
import leakdetection.application.backtest.BacktestResult;
import leakdetection.infrastructure.persistence.Database;

/** Keeps results as JSON and CSV texts in a table. */
@ApplicationScoped
public class JdbcBacktestArchive implements BacktestArchive {

  // Thread-safe, and as long-lived as the application.
  private final Jsonb jsonb = JsonbBuilder.create();

  @Inject Database database;

  @Override
  public void keep(long jobId, BacktestResult result) {
    database.update(
        "insert into backtest_results (job_id, json, csv) values (?, ?, ?)",
        jobId,
        jsonb.toJson(result),
        toCsv(result));
  }

  @Override
  public Optional<String> json(long jobId) {
    return text("json", jobId);
  }

  @Override
  public Optional<String> csv(long jobId) {
    return text("csv", jobId);
  }

  private Optional<String> text(String column, long jobId) {
    return database.first(
        "select " + column + " from backtest_results where job_id = ?",
        row -> row.getString(1),
        jobId);
  }

  private static String toCsv(BacktestResult result) {
    StringWriter text = new StringWriter();
    try {
      FigureFile.write(text, result);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }
}
