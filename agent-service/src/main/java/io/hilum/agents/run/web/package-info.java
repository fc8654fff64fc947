/**
 * Runs as chat completions of OpenAI.
 */
@NullMarked
package io.hilum.agents.run.web;

import org.jspecify.annotations.NullMarked;
