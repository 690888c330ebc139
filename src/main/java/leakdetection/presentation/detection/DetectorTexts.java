package leakdetection.presentation.detection;

import leakdetection.presentation.records.AdminTexts;
import leakdetection.spi.DetectorDescriptor;
import leakdetection.spi.Parameter;

/**
 * What people read of a detector: the built-in ones in the reader's language, a plug-in's as its
 * descriptor says it.
 */
public record DetectorTexts(DetectorDescriptor detector, AdminTexts texts) {

  /** Returns what it is called. */
  public String name() {
    return said("name", detector.name());
  }

  /** Returns what it does. */
  public String summary() {
    return said("summary", detector.summary());
  }

  String label(Parameter parameter) {
    return said(parameter.name(), parameter.label());
  }

  String help(Parameter parameter) {
    return said(parameter.name() + ".help", parameter.help());
  }

  String unit(Parameter parameter) {
    return texts.find("unit." + parameter.unit()).orElse(parameter.unit());
  }

  private String said(String what, String otherwise) {
    return texts.find("detector.%s.%s".formatted(detector.id(), what)).orElse(otherwise);
  }
}
