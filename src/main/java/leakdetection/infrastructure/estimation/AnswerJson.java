package leakdetection.infrastructure.estimation;

import com.fasterxml.jackson.jr.ob.JSON;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import leakdetection.application.estimation.TrialAnswer;
import leakdetection.domain.estimation.Estimation;
import leakdetection.domain.estimation.RankedCandidate;
import leakdetection.domain.simulation.CompatiblePlumeModel;

/** Answers and estimations as trees of JSON; what is not a number becomes null. */
final class AnswerJson {

  /** Writes what it is given, nulls included. */
  static final JSON WRITER =
      JSON.builder()
          .enable(JSON.Feature.WRITE_NULL_PROPERTIES, JSON.Feature.PRETTY_PRINT_OUTPUT)
          .build();

  private AnswerJson() {}

  /** Returns the answer to a trial as its scoring program reads it. */
  static Map<String, Object> of(TrialAnswer answer) {
    Estimation estimation = answer.estimation();
    List<Object> candidates = new ArrayList<>();
    for (RankedCandidate candidate : estimation.candidates()) {
      candidates.add(List.of(Integer.parseInt(candidate.leak().name()), candidate.probability()));
    }
    double[] rates =
        estimation
            .best()
            .map(AnswerJson::litresPerMinute)
            .orElse(new double[] {Double.NaN, Double.NaN, Double.NaN});
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trial", answer.trial());
    tree.put("result", estimation.result().name().toLowerCase(Locale.ROOT));
    tree.put("rate", number(rates[0]));
    tree.put("interval", Arrays.asList(number(rates[1]), number(rates[2])));
    tree.put("candidates", candidates);
    return tree;
  }

  private static double[] litresPerMinute(RankedCandidate candidate) {
    double litre =
        CompatiblePlumeModel.LITRES_PER_MINUTE
            / CompatiblePlumeModel.ratePerSecond(candidate.leak().position().z());
    return new double[] {
      candidate.rate() * litre, candidate.rateLow() * litre, candidate.rateHigh() * litre
    };
  }

  /** Returns an estimation as the API writes it, without the ids that only a server has. */
  static Map<String, Object> of(Estimation estimation) {
    List<Object> candidates = new ArrayList<>();
    for (RankedCandidate candidate : estimation.candidates()) {
      Map<String, Object> member = new LinkedHashMap<>();
      member.put("name", candidate.leak().name());
      member.put("probability", candidate.probability());
      member.put("rateKgPerS", number(candidate.rate()));
      member.put("rateLow", number(candidate.rateLow()));
      member.put("rateHigh", number(candidate.rateHigh()));
      candidates.add(member);
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("result", estimation.result().name().toLowerCase(Locale.ROOT));
    tree.put("candidates", candidates);
    tree.put("noLeak", estimation.noLeak());
    tree.put("externalCause", estimation.externalCause());
    tree.put("unexplained", estimation.unexplained());
    tree.put("goodnessOfFit", number(estimation.goodnessOfFit()));
    tree.put("model", estimation.model());
    tree.put("estimator", estimation.estimator());
    tree.put("notes", estimation.notes());
    return tree;
  }

  private static Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
