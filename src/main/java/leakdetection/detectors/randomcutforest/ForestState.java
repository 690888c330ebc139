package leakdetection.detectors.randomcutforest;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.state.ExecutionContext;
import com.amazon.randomcutforest.state.RandomCutForestMapper;
import com.amazon.randomcutforest.state.RandomCutForestState;
import com.amazon.randomcutforest.state.sampler.CompactSamplerState;
import com.amazon.randomcutforest.state.store.PointStoreState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A forest as bytes: its points and samples, from which its trees grow again.
 *
 * <p>A forest that grows again has other cuts than the one it came from, but always the same ones.
 * Whoever wants to continue exactly where a snapshot was taken therefore continues with the regrown
 * forest as well.
 */
final class ForestState {

  private ForestState() {}

  static byte[] write(RandomCutForest forest) {
    RandomCutForestState state = new RandomCutForestMapper().toState(forest);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(state.getVersion());
      out.writeLong(state.getTotalUpdates());
      out.writeDouble(state.getTimeDecay());
      out.writeInt(state.getNumberOfTrees());
      out.writeInt(state.getSampleSize());
      out.writeInt(state.getShingleSize());
      out.writeInt(state.getDimensions());
      out.writeInt(state.getOutputAfter());
      out.writeBoolean(state.isCompressed());
      out.writeDouble(state.getBoundingBoxCacheFraction());
      out.writeBoolean(state.isInternalShinglingEnabled());
      out.writeUTF(state.getPrecision());
      writePoints(out, state.getPointStoreState());
      for (CompactSamplerState sampler : state.getCompactSamplerStates()) {
        writeSampler(out, sampler);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Grows a forest from its bytes; the same bytes and seed give the same forest.
   *
   * @throws IOException if the bytes do not hold a forest
   */
  static RandomCutForest read(byte[] bytes, long seed) throws IOException {
    RandomCutForestState state = new RandomCutForestState();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      state.setVersion(in.readUTF());
      state.setTotalUpdates(in.readLong());
      state.setTimeDecay(in.readDouble());
      state.setNumberOfTrees(in.readInt());
      state.setSampleSize(in.readInt());
      state.setShingleSize(in.readInt());
      state.setDimensions(in.readInt());
      state.setOutputAfter(in.readInt());
      state.setCompressed(in.readBoolean());
      state.setBoundingBoxCacheFraction(in.readDouble());
      state.setInternalShinglingEnabled(in.readBoolean());
      state.setPrecision(in.readUTF());
      state.setCompact(true);
      state.setSaveSamplerStateEnabled(true);
      state.setSaveCoordinatorStateEnabled(true);
      state.setPointStoreState(readPoints(in));
      List<CompactSamplerState> samplers = new ArrayList<>();
      for (int tree = 0; tree < state.getNumberOfTrees(); tree++) {
        samplers.add(readSampler(in));
      }
      state.setCompactSamplerStates(samplers);
    }
    ExecutionContext sequential = new ExecutionContext();
    sequential.setParallelExecutionEnabled(false);
    return new RandomCutForestMapper().toModel(state, sequential, seed);
  }

  private static void writePoints(DataOutputStream out, PointStoreState points) throws IOException {
    out.writeUTF(points.getVersion());
    out.writeInt(points.getDimensions());
    out.writeInt(points.getCapacity());
    out.writeInt(points.getShingleSize());
    out.writeUTF(points.getPrecision());
    out.writeInt(points.getStartOfFreeSegment());
    out.writeInt(points.getPointData().length);
    out.write(points.getPointData());
    out.writeBoolean(points.isCompressed());
    writeInts(out, points.getRefCount());
    out.writeBoolean(points.isDirectLocationMap());
    writeInts(out, points.getLocationList());
    writeInts(out, points.getReverseLocationList());
    out.writeBoolean(points.isReverseAvailable());
    out.writeBoolean(points.isInternalShinglingEnabled());
    writeDoubles(out, points.getInternalShingle());
    out.writeLong(points.getLastTimeStamp());
    out.writeBoolean(points.isRotationEnabled());
    out.writeBoolean(points.isDynamicResizingEnabled());
    out.writeInt(points.getCurrentStoreCapacity());
    out.writeInt(points.getIndexCapacity());
    writeInts(out, points.getDuplicateRefs());
  }

  private static PointStoreState readPoints(DataInputStream in) throws IOException {
    PointStoreState points = new PointStoreState();
    points.setVersion(in.readUTF());
    points.setDimensions(in.readInt());
    points.setCapacity(in.readInt());
    points.setShingleSize(in.readInt());
    points.setPrecision(in.readUTF());
    points.setStartOfFreeSegment(in.readInt());
    points.setPointData(in.readNBytes(in.readInt()));
    points.setCompressed(in.readBoolean());
    points.setRefCount(readInts(in));
    points.setDirectLocationMap(in.readBoolean());
    points.setLocationList(readInts(in));
    points.setReverseLocationList(readInts(in));
    points.setReverseAvailable(in.readBoolean());
    points.setInternalShinglingEnabled(in.readBoolean());
    points.setInternalShingle(readDoubles(in));
    points.setLastTimeStamp(in.readLong());
    points.setRotationEnabled(in.readBoolean());
    points.setDynamicResizingEnabled(in.readBoolean());
    points.setCurrentStoreCapacity(in.readInt());
    points.setIndexCapacity(in.readInt());
    points.setDuplicateRefs(readInts(in));
    return points;
  }

  private static void writeSampler(DataOutputStream out, CompactSamplerState sampler)
      throws IOException {
    out.writeUTF(sampler.getVersion());
    out.writeInt(sampler.getWeight().length);
    for (float weight : sampler.getWeight()) {
      out.writeFloat(weight);
    }
    writeInts(out, sampler.getPointIndex());
    out.writeInt(sampler.getSize());
    out.writeInt(sampler.getCapacity());
    out.writeDouble(sampler.getInitialAcceptFraction());
    out.writeDouble(sampler.getTimeDecay());
    out.writeLong(sampler.getSequenceIndexOfMostRecentTimeDecayUpdate());
    out.writeLong(sampler.getMaxSequenceIndex());
    out.writeBoolean(sampler.isCompressed());
    out.writeLong(sampler.getRandomSeed());
  }

  private static CompactSamplerState readSampler(DataInputStream in) throws IOException {
    CompactSamplerState sampler = new CompactSamplerState();
    sampler.setVersion(in.readUTF());
    float[] weight = new float[in.readInt()];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = in.readFloat();
    }
    sampler.setWeight(weight);
    sampler.setPointIndex(readInts(in));
    sampler.setSize(in.readInt());
    sampler.setCapacity(in.readInt());
    sampler.setInitialAcceptFraction(in.readDouble());
    sampler.setTimeDecay(in.readDouble());
    sampler.setSequenceIndexOfMostRecentTimeDecayUpdate(in.readLong());
    sampler.setMaxSequenceIndex(in.readLong());
    sampler.setCompressed(in.readBoolean());
    sampler.setRandomSeed(in.readLong());
    return sampler;
  }

  private static void writeInts(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values == null ? -1 : values.length);
    for (int i = 0; values != null && i < values.length; i++) {
      out.writeInt(values[i]);
    }
  }

  private static int[] readInts(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    int[] values = new int[length];
    for (int i = 0; i < length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values == null ? -1 : values.length);
    for (int i = 0; values != null && i < values.length; i++) {
      out.writeDouble(values[i]);
    }
  }

  private static double[] readDoubles(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
