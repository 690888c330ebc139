package leakdetection.presentation.cli;

import leakdetection.spi.Interval;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Understands a stretch of time of an option: two times with a slash between them. */
final class IntervalConverter implements ITypeConverter<Interval> {

  private final InstantConverter times = new InstantConverter();

  @Override
  public Interval convert(String text) {
    String[] ends = text.split("/", -1);
    if (ends.length != 2) {
      throw new TypeConversionException("'%s' must be two times, FROM/TO.".formatted(text));
    }
    try {
      return new Interval(times.convert(ends[0]), times.convert(ends[1]));
    } catch (IllegalArgumentException impossible) {
      throw new TypeConversionException(impossible.getMessage());
    }
  }
}
