package leakdetection.domain.estimation;

class CorrelationEstimatorTest extends EstimatorContract {

  @Override
  Estimator estimator() {
    return new CorrelationEstimator();
  }
}
