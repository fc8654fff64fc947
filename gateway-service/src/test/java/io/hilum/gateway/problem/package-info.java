@NullMarked
package io.hilum.gateway.problem;

import org.jspecify.annotations.NullMarked;
