/**
 * LiteLLM's configuration file, read as a catalogue.
 */
@NullMarked
package io.hilum.routing.catalogue.litellm;

import org.jspecify.annotations.NullMarked;
