@NullMarked
package io.hilum.rag.problem.web;

import org.jspecify.annotations.NullMarked;
