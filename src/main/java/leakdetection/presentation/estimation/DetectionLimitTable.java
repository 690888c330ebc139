package leakdetection.presentation.estimation;

import java.time.Duration;
import java.util.Locale;
import leakdetection.application.estimation.DetectionLimits;
import leakdetection.domain.simulation.DetectionLimit;

/** Detection limits as CSV: a row per point, cells empty where no rate is seen. */
final class DetectionLimitTable {

  private static final String HEADER = "x,y,z,rate_kg_per_s,delay_s,sensor\n";

  private DetectionLimitTable() {}

  static String of(DetectionLimits limits) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (DetectionLimit limit : limits.limits()) {
      csv.append(limit.x()).append(',').append(limit.y());
      csv.append(',').append(limits.grid().height()).append(',');
      if (limit.seen()) {
        csv.append(String.format(Locale.ROOT, "%.3e", limit.rate()))
            .append(',')
            .append(limit.delay().map(Duration::toSeconds).orElseThrow())
            .append(',')
            .append(quoted(limits.sensors().get(limit.sensor()).sensor()));
      } else {
        csv.append(",,");
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String quoted(String name) {
    return name.matches("[^\",\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
