package leakdetection.application.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import leakdetection.RunningServer;
import leakdetection.StoredTables;
import leakdetection.UndisturbedRun;
import leakdetection.presentation.web.Answer;
import leakdetection.presentation.web.Api;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way from readings to alarms on the running server, with what happens in between. */
class PipelineIT extends RunningServer {

  private static final Path FILE = Path.of("mock/tsd/19XT2116.csv");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static UndisturbedRun run;
  private static String csv;
  private static StoredTables tables;

  @BeforeAll
  static void computeWhatIsExpected() throws Exception {
    run = new UndisturbedRun(FILE);
    csv = Files.readString(FILE);
    tables = new StoredTables(Path.of(System.getProperty("it.database")));
  }

  @Test
  void importedReadingsAreStoredJudgedAndTold() throws Exception {
    long sensor = Api.newSensor();
    Answer report = Api.importCsv(sensor, csv);

    assertThat(report.status()).as(report.body()).isEqualTo(200);
    assertThat(report.result()).containsEntry("accepted", (int) run.detections());
    awaitDetections(sensor);
    run.assertStored(tables, name(sensor));
  }

  @Test
  void theSameFileAgainChangesNothing() throws Exception {
    long sensor = Api.newSensor();
    Api.importCsv(sensor, csv);
    awaitDetections(sensor);
    Answer again = Api.importCsv(sensor, csv);

    assertThat(again.result())
        .containsEntry("accepted", 0)
        .containsEntry("repeated", (int) run.readings());
    run.assertStored(tables, name(sensor));
  }

  @Test
  void aSensorThatIsRenamedInTheMiddleIsJudgedOn() throws Exception {
    long sensor = Api.newSensor();
    CompletableFuture<Answer> importing = CompletableFuture.supplyAsync(() -> importCsv(sensor));
    tables.await(count("anomaly_detections", sensor), 1, PATIENCE);
    for (int i = 0; i < 5; i++) {
      assertThat(Api.patch("/sensors/" + sensor, "{\"name\": \"" + Api.newName() + "\"}").status())
          .isEqualTo(200);
      Api.patch("/sensors/" + sensor + "/pin/toggle", "");
    }

    assertThat(importing.join().status()).isEqualTo(200);
    awaitDetections(sensor);
    run.assertStored(tables, name(sensor));
  }

  @Test
  void aSensorThatIsRemovedInTheMiddleLeavesNothingBehind() throws Exception {
    long sensor = Api.newSensor();
    CompletableFuture<Answer> importing = CompletableFuture.supplyAsync(() -> importCsv(sensor));
    tables.await(count("time_series_data", sensor), 1, PATIENCE);
    assertThat(Api.delete("/sensors/" + sensor).status()).isEqualTo(204);

    assertThat(importing.join().status()).as(importing.join().body()).isBetween(200, 499);
    long other = Api.newSensor();
    Api.importCsv(other, csv);
    awaitDetections(other);
    run.assertStored(tables, name(other));
    for (String table :
        new String[] {
          "time_series_data", "anomaly_detections", "sensor_events", "detector_snapshots"
        }) {
      assertThat(tables.texts(count(table, sensor))).as(table).containsExactly("0");
    }
  }

  @Test
  void aDatabaseThatAnotherProcessLocksForSecondsDelaysButLosesNothing() throws Exception {
    long sensor = Api.newSensor();
    Answer during;
    try (Connection other = database().getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("begin immediate");
      CompletableFuture<Answer> importing = CompletableFuture.supplyAsync(() -> importCsv(sensor));
      Thread.sleep(7000); // longer than a statement waits for a lock
      statement.execute("rollback");
      during = importing.join();
    }

    assertThat(during.status()).as(during.body()).isIn(200, 503);
    Answer again = Api.importCsv(sensor, csv);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    awaitDetections(sensor);
    run.assertStored(tables, name(sensor));
  }

  private static Answer importCsv(long sensor) {
    return Api.importCsv(sensor, csv);
  }

  private static void awaitDetections(long sensor) throws InterruptedException {
    tables.await(count("anomaly_detections", sensor), run.detections(), PATIENCE);
  }

  private static String count(String table, long sensor) {
    return "select count(*) from %s where sensor_id = %d".formatted(table, sensor);
  }

  private static String name(long sensor) throws SQLException {
    return tables.texts("select name from sensors where id = " + sensor).get(0);
  }
}
