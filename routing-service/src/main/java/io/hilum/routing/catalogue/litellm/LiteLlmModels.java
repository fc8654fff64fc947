package io.hilum.routing.catalogue.litellm;

import java.util.Map;
import java.util.Set;

import io.hilum.routing.catalogue.Model;

/**
 * The models of a file of LiteLLM.
 *
 * @param models the models by name, in the order of the file
 * @param providers the ids of the providers, which an agreement may name
 */
public record LiteLlmModels(Map<String, Model> models, Set<String> providers) {

}
