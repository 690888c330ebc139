/**
 * The made-up data that the product starts with: the bank of baselines in {@code seed/} and the
 * demo plant in {@code mock/}, written by {@link leakdetection.application.demo.DemoFiles}.
 *
 * <p>Pure functions of a seed: the same seed gives the same bytes on every machine. Background
 * readings imitate the shape of real ones, leaks come from the product's own plume model. Nothing
 * here runs in the server; the command line's {@code generate} writes the files into the project.
 */
package leakdetection.application.demo;
