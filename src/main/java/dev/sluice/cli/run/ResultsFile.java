package dev.sluice.cli.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one JSON object a line, in UTF-8. One thread; closes the stream. */
public final class ResultsFile implements Closeable {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

  private final OutputStream stream;

  public ResultsFile(OutputStream stream) {
    this.stream = new BufferedOutputStream(stream);
  }

  void write(ObjectNode result) throws IOException {
    MAPPER.writeValue(stream, result);
    stream.write('\n');
  }

  /** Shows what was written to whoever reads along. */
  void flush() throws IOException {
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
