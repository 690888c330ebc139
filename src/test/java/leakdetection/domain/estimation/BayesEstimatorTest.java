package leakdetection.domain.estimation;

class BayesEstimatorTest extends EstimatorContract {

  @Override
  Estimator estimator() {
    return new BayesEstimator();
  }
}
