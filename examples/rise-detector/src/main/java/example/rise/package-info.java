/**
 * The detector {@code rise}: a fast rise of the concentration, held against the fastest rises of
 * the baseline. A worked example of a plug-in.
 */
package example.rise;
