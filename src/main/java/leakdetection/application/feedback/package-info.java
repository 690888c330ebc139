/**
 * What operators teach: procedures recorded in interactive feedback mode, and what they say of
 * single events. Whatever was learned is a version of a baseline, can be looked at and undone.
 */
package leakdetection.application.feedback;
