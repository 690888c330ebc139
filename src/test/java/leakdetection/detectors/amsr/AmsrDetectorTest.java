package leakdetection.detectors.amsr;

import leakdetection.spi.DetectorContract;
import leakdetection.spi.DetectorProvider;

class AmsrDetectorTest extends DetectorContract {

  @Override
  protected DetectorProvider provider() {
    return new AmsrDetectorProvider();
  }
}
