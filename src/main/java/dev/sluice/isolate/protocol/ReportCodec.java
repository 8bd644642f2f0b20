package dev.sluice.isolate.protocol;

import dev.sluice.job.Content;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Reports to bytes and back. */
public final class ReportCodec {
  private static final AvroMessage MESSAGE = AvroMessage.named("Report");
  private static final Schema CHOICES = MESSAGE.schema().getField("report").schema();
  private static final Schema READY = CHOICES.getTypes().get(0);
  private static final Schema WROTE = CHOICES.getTypes().get(1);
  private static final Schema ENDED = CHOICES.getTypes().get(2);

  private ReportCodec() {}

  public static byte[] encode(Report report) {
    GenericData.Record message = new GenericData.Record(MESSAGE.schema());
    message.put("number", report.number());
    message.put(
        "report",
        switch (report) {
          case Report.Ready(String engine) -> {
            GenericData.Record ready = new GenericData.Record(READY);
            ready.put("engine", engine);
            yield ready;
          }
          case Report.Wrote(_, Report.Stream stream, Content content) -> {
            GenericData.Record wrote = new GenericData.Record(WROTE);
            wrote.put(
                "stream",
                new GenericData.EnumSymbol(WROTE.getField("stream").schema(), stream.name()));
            wrote.put("content", content.view());
            yield wrote;
          }
          case Report.Ended(_, Finish finish) -> encodeFinish(finish);
        });
    return MESSAGE.encode(message);
  }

  private static GenericRecord encodeFinish(Finish finish) {
    return switch (finish) {
      case Finish.Exited(int exitCode) -> ended("EXITED", exitCode, "");
      case Finish.Threw(String error) -> ended("THREW", 0, error);
      case Finish.DidNotCompile(String error) -> ended("DID_NOT_COMPILE", 0, error);
      case Finish.WroteTooMuch() -> ended("WROTE_TOO_MUCH", 0, "");
      case Finish.Stopped() -> ended("STOPPED", 0, "");
    };
  }

  private static GenericRecord ended(String how, int exitCode, String error) {
    GenericData.Record ended = new GenericData.Record(ENDED);
    ended.put("how", new GenericData.EnumSymbol(ENDED.getField("how").schema(), how));
    ended.put("exitCode", exitCode);
    ended.put("error", error);
    return ended;
  }

  public static Report decode(byte[] bytes) throws ProtocolException {
    GenericRecord message = MESSAGE.decode(bytes);
    long number = (Long) message.get("number");
    GenericRecord report = (GenericRecord) message.get("report");
    if (report.getSchema().equals(READY)) {
      return new Report.Ready(report.get("engine").toString());
    }
    if (report.getSchema().equals(WROTE)) {
      return new Report.Wrote(
          number,
          Report.Stream.valueOf(report.get("stream").toString()),
          Content.copyOf((ByteBuffer) report.get("content")));
    }
    return new Report.Ended(number, decodeFinish(report));
  }

  private static Finish decodeFinish(GenericRecord ended) throws ProtocolException {
    String error = ended.get("error").toString();
    String how = ended.get("how").toString();
    return switch (how) {
      case "EXITED" -> exited((Integer) ended.get("exitCode"));
      case "THREW" -> new Finish.Threw(error);
      case "DID_NOT_COMPILE" -> new Finish.DidNotCompile(error);
      case "WROTE_TOO_MUCH" -> new Finish.WroteTooMuch();
      case "STOPPED" -> new Finish.Stopped();
      default -> throw new ProtocolException("unknown ending: " + how);
    };
  }

  private static Finish.Exited exited(int code) throws ProtocolException {
    try {
      return new Finish.Exited(code);
    } catch (IllegalArgumentException outOfRange) {
      throw new ProtocolException("not an exit code: " + code, outOfRange);
    }
  }
}
