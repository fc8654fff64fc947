@NullMarked
package io.hilum.routing.answer;

import org.jspecify.annotations.NullMarked;
