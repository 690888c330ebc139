package leakdetection.domain.tsd;

/** Knows how each form of pushed readings is read. */
@FunctionalInterface
public interface PushParsers {

  /** Returns the parser of the form; every form has one. */
  PushParser of(PushFormat format);
}
