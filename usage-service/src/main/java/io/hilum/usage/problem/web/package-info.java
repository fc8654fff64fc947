/**
 * The one mapping from problems to answers in OpenAI's form.
 */
@NullMarked
package io.hilum.usage.problem.web;

import org.jspecify.annotations.NullMarked;
