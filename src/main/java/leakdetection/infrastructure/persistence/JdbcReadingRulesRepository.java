package leakdetection.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import leakdetection.domain.tsd.ReadingRule;
import leakdetection.domain.tsd.ReadingRules;
import leakdetection.domain.tsd.ReadingRulesRepository;

/** Keeps the rules of readings, a row for each value that was set. */
@ApplicationScoped
public class JdbcReadingRulesRepository implements ReadingRulesRepository {

  static final String OF = "select name, value from reading_rules where sensor_id = ?";

  @Inject Database database;

  @Override
  public ReadingRules of(long sensorId) {
    Map<ReadingRule, Double> chosen = new EnumMap<>(ReadingRule.class);
    database.query(
        OF, row -> chosen.put(ReadingRule.valueOf(row.getString(1)), row.getDouble(2)), sensorId);
    return chosen.isEmpty() ? ReadingRules.STANDARD : new ReadingRules(chosen);
  }

  @Override
  public void keep(long sensorId, ReadingRules rules) {
    database.update("delete from reading_rules where sensor_id = ?", sensorId);
    List<Map.Entry<ReadingRule, Double>> rows = new ArrayList<>(rules.chosen().entrySet());
    database.updateAll(
        "insert into reading_rules (sensor_id, name, value) values (?, ?, ?)",
        rows,
        (statement, row) -> {
          statement.setLong(1, sensorId);
          statement.setString(2, row.getKey().name());
          statement.setDouble(3, row.getValue());
        });
  }
}
