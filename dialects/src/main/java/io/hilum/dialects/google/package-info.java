/**
 * Google's dialect: the Gemini API (v1beta) and Vertex AI (v1).
 */
@NullMarked
package io.hilum.dialects.google;

import org.jspecify.annotations.NullMarked;
