/**
 * The way to Google: the Gemini API and Vertex AI.
 */
@NullMarked
package io.hilum.routing.provider.google;

import org.jspecify.annotations.NullMarked;
