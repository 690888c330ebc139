package leakdetection.presentation.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import leakdetection.application.backtest.BacktestWish;
import leakdetection.application.backtest.LeakInjection;
import leakdetection.application.backtest.LeakShape;
import leakdetection.domain.RefusedException;
import leakdetection.presentation.web.JsonMembers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody wants to be compared, as it is sent. */
@Schema(
    name = "BacktestRequest",
    requiredProperties = {"sensors", "detectors"},
    examples =
        """
        {"sensors": [1, 2], "detectors": [{"id": "amsr"}, {"id": "matrix-profile"}],
         "leaks": {"peaks": [100, 500], "durations": ["PT24H"], "shapes": ["plume"], "perPeak": 20}}""")
public record BacktestRequest(
    List<Long> sensors,
    Instant from,
    Instant to,
    Instant trainUntil,
    List<BacktestResource.Entry> detectors,
    BacktestResource.Leaks leaks) {

  /** Reads a request; whatever is wrong with it is refused at once. */
  static BacktestWish wish(JsonMembers body) {
    List<Long> sensors = body.numberList("sensors").stream().map(Double::longValue).toList();
    List<BacktestWish.Entry> entries =
        body.list("detectors").stream().map(BacktestRequest::entry).toList();
    LeakInjection leaks =
        body.members("leaks").map(BacktestRequest::injection).orElse(LeakInjection.STANDARD);
    BacktestWish wish =
        body.tried(
            () ->
                new BacktestWish(
                    sensors,
                    body.instant("from"),
                    body.instant("to"),
                    body.instant("trainUntil"),
                    entries,
                    leaks == null ? LeakInjection.STANDARD : leaks));
    body.throwIfRefused();
    return wish;
  }

  private static BacktestWish.Entry entry(JsonMembers entry) {
    return new BacktestWish.Entry(
        entry.text("name"),
        entry.text("id").orElse(""),
        entry.numbers("settings"),
        entry.number("threshold"));
  }

  private static LeakInjection injection(JsonMembers leaks) {
    LeakInjection standard = LeakInjection.STANDARD;
    List<Double> peaks = leaks.numberList("peaks");
    List<Duration> durations =
        leaks.parsedList("durations", Duration::parse, "a list of durations such as PT6H");
    List<LeakShape> shapes =
        leaks.parsedList(
            "shapes",
            text -> LeakShape.valueOf(text.toUpperCase(Locale.ROOT)),
            "a list of plume and ramp");
    double perPeak = leaks.number("perPeak").orElse((double) standard.leaksPerPeak());
    double seed = leaks.number("seed").orElse((double) standard.seed());
    return leaks.tried(
        () -> {
          try {
            return new LeakInjection(
                peaks.isEmpty() ? standard.peaksPpmv() : peaks,
                durations.isEmpty() ? standard.durations() : durations,
                shapes.isEmpty() ? standard.shapes() : shapes,
                (int) perPeak,
                (long) seed);
          } catch (IllegalArgumentException wrong) {
            throw RefusedException.invalid("leaks", wrong.getMessage());
          }
        });
  }
}
