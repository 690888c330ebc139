/**
 * Long work that runs off the request threads: what was asked for, how far it is and what came of
 * it. A job that a stop of the server interrupted is seen as that, never as half done.
 */
package leakdetection.domain.jobs;
