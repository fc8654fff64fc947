package io.hilum.rag.embed.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A request for vectors in OpenAI's form.
 */
record EmbeddingsV1(String model, List<String> input, @JsonProperty("encoding_format") String encodingFormat) {
}
