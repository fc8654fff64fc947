@NullMarked
package io.hilum.routing.completion.web;

import org.jspecify.annotations.NullMarked;
