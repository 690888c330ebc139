/**
 * What a first start brings: the baseline bank from the folder {@code seed}, and in debug mode the
 * demo's templates and sensors from {@code mock}.
 */
package leakdetection.infrastructure.seed;
