package leakdetection.presentation.backups;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import leakdetection.RunningServer;
import leakdetection.application.backups.DatabaseFiles;
import leakdetection.infrastructure.backups.SqliteFiles;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import leakdetection.presentation.web.Eventually;
import leakdetection.presentation.web.Readings;
import org.junit.jupiter.api.Test;

/** Backups while readings come in. */
class BackupIT extends RunningServer {

  @Test
  void backupIsSoundAndHoldsWhatWasAcknowledgedBefore() throws Exception {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, Readings.quiet(0, 5000));
    long before = count();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Integer> pushing =
        CompletableFuture.supplyAsync(() -> pushUntil(enough, sensor));

    // One that another test began may still be under way.
    Answer begun = Eventually.see(() -> Api.post("/backups", ""), answer -> answer.status() != 409);
    Answer job = Eventually.endOf(begun);
    enough.set(true);

    assertThat(job.result()).as(job.body()).containsEntry("state", "done");
    assertThat(pushing.join()).isPositive();
    List<Map<String, Object>> all = Api.get("/backups").list();
    Map<?, ?> figures = (Map<?, ?>) job.result().get("figures");
    assertThat(all.get(0)).containsEntry("name", figures.get("name"));
    assertThat(all).hasSizeLessThanOrEqualTo(7);
    Path file =
        Path.of(System.getProperty("it.database"))
            .resolveSibling("backups")
            .resolve(all.get(0).get("name").toString());
    assertThat(file).hasSize(((Number) all.get(0).get("bytes")).longValue());
    DatabaseFiles.Condition found = new SqliteFiles().check(file);
    assertThat(found.damages()).isEmpty();
    assertThat(found.readings()).isBetween(before, count());
  }

  private static int pushUntil(AtomicBoolean enough, long sensor) {
    int pushed = 0;
    do {
      Answer answer =
          Api.post(
              "/sensors/" + sensor + "/time-series-data",
              "{\"timestamp\": \"2021-01-01T00:%02d:%02dZ\", \"ppmv\": 20}"
                  .formatted(pushed / 60 % 60, pushed % 60));
      assertThat(answer.status()).isEqualTo(200);
      pushed++;
    } while (!enough.get());
    return pushed;
  }

  private static long count() throws Exception {
    try (var connection = database().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from time_series_data")) {
      return row.getLong(1);
    }
  }
}
